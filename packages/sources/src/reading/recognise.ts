import type { CatalogOptions } from '../catalog.ts';
import { detectDelimiter } from '../csv/delimiter.ts';
import { CsvSyntaxError, readRows } from '../csv/parse.ts';
import { describeSyntaxError } from '../csv/syntax-error.ts';
import { SourceError } from '../errors.ts';
import type { TextFile } from '../input/text-file.ts';
import { isJson, readDocuments } from '../json/documents.ts';
import type { Source } from '../source.ts';
import { layOut, type ColumnWishes } from '../table/header.ts';
import { documentMisses, tableMisses, unknownFormat, type Candidate } from './candidates.ts';
import type { Input } from './inputs.ts';
import { refuseBadLayout } from './wishes.ts';

/** An input and the source that reads it. */
export interface Recognised {
  readonly source: Source;
  readonly input: Input;
}

/**
 * Finds out which source a text is for, by its columns or by the keys of its first document.
 *
 * @param sources Those that come into question, in the order in which they are tried.
 * @param isForced The user named the source, so only what it cannot do without is asked for.
 * @throws {SourceError} No source fits.
 */
export async function recognise(
  text: TextFile,
  sources: readonly Source[],
  options: CatalogOptions,
  isForced: boolean,
): Promise<Recognised> {
  return isJson(text.head)
    ? recogniseDocuments(text, sources, options)
    : recogniseTable(text, sources, options, isForced);
}

async function recogniseTable(
  text: TextFile,
  sources: readonly Source[],
  options: CatalogOptions,
  isForced: boolean,
): Promise<Recognised> {
  const delimiter = detectDelimiter(text.head);
  const names = await headerOf(text, delimiter);
  const candidates: Candidate[] = [];
  for (const source of sources) {
    if (source.table === undefined) continue;
    const { columns } = source.table;
    const layout = layOut(text.name, names, columns, wishesFor(source, options));
    if (layout.missing.length === 0 && (layout.hasAny || isForced)) {
      refuseBadLayout(layout, source, options);
      return { source, input: { kind: 'table', text, delimiter, layout } };
    }
    candidates.push({ source, ...tableMisses(layout, columns) });
  }
  throw unknownFormat(text.name, candidates, isForced);
}

async function recogniseDocuments(
  text: TextFile,
  sources: readonly Source[],
  { map = {} }: CatalogOptions,
): Promise<Recognised> {
  const first = await firstDocument(text);
  const candidates: Candidate[] = [];
  for (const source of sources) {
    if (source.documents === undefined) continue;
    const misses = documentMisses(first, source.documents, map);
    if (misses.missing.length === 0) return { source, input: { kind: 'document', text } };
    candidates.push({ source, ...misses });
  }
  throw unknownFormat(text.name, candidates, sources.length === 1);
}

function wishesFor(source: Source, { map = {}, idFrom }: CatalogOptions): ColumnWishes {
  const field = source.table?.idField;
  return idFrom === undefined || field === undefined
    ? { map }
    : { map, extra: { column: idFrom, field } };
}

async function headerOf(
  text: TextFile,
  delimiter: Parameters<typeof readRows>[1],
): Promise<readonly string[]> {
  try {
    for await (const [row] of readRows(text, delimiter)) {
      if (row !== undefined) return row.cells;
    }
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    throw await describeSyntaxError(error, text, delimiter);
  }
  throw new SourceError('the file has no header', {
    code: 'empty',
    file: text.name,
    nextStep: 'Export the products again.',
  });
}

/** Undefined where there is none. */
async function firstDocument(text: TextFile): Promise<unknown> {
  for await (const [document] of readDocuments(text)) {
    if (document !== undefined) return document.value;
  }
  return undefined;
}
