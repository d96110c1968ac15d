import { asWritten } from './as-written.ts';
import type { Fragment } from '../spool/fragments.ts';
import type { Layout } from '../table/header.ts';
import type { Pieces } from './pieces.ts';

/** A record as the file had it. */
export type Original = OriginalRows | OriginalDocument;

export interface OriginalRows {
  readonly kind: 'table';
  /** Column names of the record's file, untouched. */
  readonly columns: readonly string[];
  readonly rows: readonly OriginalRow[];
}

interface OriginalRow {
  /** The input it stands in, where that is not the one in which the record begins. */
  readonly file?: string;
  /** Physical line, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface OriginalDocument {
  readonly kind: 'document';
  readonly line: number;
  /** The lines of all of them, where several documents are one product. */
  readonly lines?: readonly number[];
  /** The JSON text; an array where several documents are one product. */
  readonly text: string;
}

type Fragments = readonly [Fragment, ...Fragment[]];

/** What stood in the files for a record. */
export function originalOf(fragments: Fragments, pieces: Pieces): Promise<Original> {
  return pieces.input(fragments[0]).kind === 'table'
    ? originalRows(fragments, pieces)
    : originalDocument(fragments, pieces);
}

/** Rows of files with other columns are brought into the order of the first. */
async function originalRows(fragments: Fragments, pieces: Pieces): Promise<OriginalRows> {
  const rows = (
    await Promise.all(fragments.map((fragment) => pieces.writtenRows(fragment)))
  ).flat();
  const first = rows[0]?.layout;
  const columns = joinedColumns(rows.map(({ layout }) => layout));
  return {
    kind: 'table',
    columns: asWritten(
      columns.map(({ name }) => name),
      () => undefined,
      ',',
    ),
    rows: rows.map(({ line, cells, layout }) => ({
      ...(layout.file !== first?.file && { file: layout.file }),
      line,
      cells:
        layout === first
          ? cells
          : columns.map((column) => cells[indexOf(column, layout) ?? -1] ?? ''),
    })),
  };
}

/** A column, and the field that is read from it. */
interface Column {
  readonly name: string;
  readonly field: string | undefined;
}

/** The columns of all layouts, each once: `Product ID` and `Product ID*` of two files are one. */
function joinedColumns(layouts: readonly Layout[]): Column[] {
  const columns: Column[] = [];
  for (const layout of new Set(layouts)) {
    const fields = new Map(Object.entries(layout.at).map(([field, index]) => [index, field]));
    const own = layout.names.map((name, index) => ({ name, field: fields.get(index) }));
    const isFirst = columns.length === 0;
    columns.push(...own.filter((one) => isFirst || !columns.some((known) => isSame(known, one))));
  }
  return columns;
}

function isSame(one: Column, other: Column): boolean {
  return one.name === other.name || (one.field !== undefined && one.field === other.field);
}

function indexOf({ name, field }: Column, { names, at }: Layout): number | undefined {
  const index = names.indexOf(name);
  return index < 0 && field !== undefined ? at[field] : index;
}

/** Several are an array. */
async function originalDocument(fragments: Fragments, pieces: Pieces): Promise<OriginalDocument> {
  const texts = await Promise.all(fragments.map((fragment) => pieces.text(fragment)));
  const [text = '', ...others] = texts.map((one) => asJson(one.trim()));
  const all = others.length === 0 ? text : `[${[text, ...others].join(',')}]`;
  const lines = fragments.map(({ line }) => line);
  return {
    kind: 'document',
    line: fragments[0].line,
    ...(others.length > 0 && { lines }),
    text: all,
  };
}

/** What is not JSON is a text of JSON. */
function asJson(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return JSON.stringify(text);
  }
}
