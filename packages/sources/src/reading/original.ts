import type { Original, OriginalDocument, OriginalRows } from '../catalog.ts';
import type { Fragment } from '../spool/fragments.ts';
import type { Pieces } from './pieces.ts';

type Fragments = readonly [Fragment, ...Fragment[]];

/** What stood in the files for a record. */
export function originalOf(fragments: Fragments, pieces: Pieces): Promise<Original> {
  return pieces.input(fragments[0]).kind === 'table'
    ? originalRows(fragments, pieces)
    : originalDocument(fragments, pieces);
}

/** Rows of files with other columns are brought into the order of the first. */
async function originalRows(fragments: Fragments, pieces: Pieces): Promise<OriginalRows> {
  const rows = (await Promise.all(fragments.map((fragment) => pieces.rows(fragment)))).flat();
  const columns = [...(rows[0]?.layout.names ?? [])];
  for (const { layout } of rows) {
    columns.push(...layout.names.filter((name) => !columns.includes(name)));
  }
  return {
    kind: 'table',
    columns,
    rows: rows.map(({ line, cells, layout }) => ({
      line,
      cells:
        layout === rows[0]?.layout
          ? cells
          : columns.map((name) => cells[layout.names.indexOf(name)] ?? ''),
    })),
  };
}

/** Several are an array. */
async function originalDocument(fragments: Fragments, pieces: Pieces): Promise<OriginalDocument> {
  const texts = await Promise.all(fragments.map((fragment) => pieces.text(fragment)));
  const [text = '', ...others] = texts.map((one) => one.trim());
  const all = others.length === 0 ? text : `[${[text, ...others].join(',')}]`;
  const lines = fragments.map(({ line }) => line);
  return {
    kind: 'document',
    line: fragments[0].line,
    ...(others.length > 0 && { lines }),
    text: all,
  };
}
