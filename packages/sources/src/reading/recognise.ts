import type { CatalogOptions } from '../catalog.ts';
import { detectDelimiter } from '../csv/delimiter.ts';
import type { TextFile } from '../input/text-file.ts';
import { isJson } from '../json/documents.ts';
import type { Source } from '../source.ts';
import type { Workspace } from '../spool/workspace.ts';
import { layOut, type ColumnWishes, type Layout } from '../table/header.ts';
import { flattenXml, isXml } from '../xml/flatten.ts';
import {
  bestOf,
  documentMisses,
  tableMisses,
  unknownFormat,
  type Candidate,
} from './candidates.ts';
import { firstDocumentOf, headerOf } from './first.ts';
import type { Input, TableInput } from './inputs.ts';
import { refuseKnownUnusable } from './unusable.ts';
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
 * @throws {SourceError} No source fits, two fit equally, or the format is known and of no use.
 */
export async function recognise(
  text: TextFile,
  sources: readonly Source[],
  options: CatalogOptions,
  workspace: Workspace,
): Promise<Recognised> {
  if (isJson(text.head)) return recogniseDocuments(text, sources, options);
  if (isXml(text.head)) return recogniseFeed(text, sources, options, workspace);
  const delimiter = detectDelimiter(text.head);
  const names = await headerOf(text, delimiter);
  return recogniseTable({ text, delimiter, isFlattened: false }, names, sources, options);
}

async function recogniseFeed(
  text: TextFile,
  sources: readonly Source[],
  options: CatalogOptions,
  workspace: Workspace,
): Promise<Recognised> {
  const feeds = sources.filter(({ table }) => table?.elements !== undefined);
  const elements = feeds.flatMap(({ table }) => table?.elements ?? []);
  const flat = await flattenXml(text, elements, workspace);
  const table = { text: flat.text, delimiter: ',', isFlattened: true } as const;
  return recogniseTable(table, flat.names, feeds, options);
}

function recogniseTable(
  table: Omit<TableInput, 'kind' | 'layout'>,
  names: readonly string[],
  sources: readonly Source[],
  options: CatalogOptions,
): Recognised {
  const file = table.text.name;
  const isForced = isForcedBy(options);
  const candidates: (Candidate & { readonly layout: Layout })[] = [];
  for (const source of sources) {
    if (source.table === undefined) continue;
    const { columns } = source.table;
    const layout = layOut(file, names, columns, wishesFor(source, options));
    candidates.push({ source, layout, ...tableMisses(layout, columns, isForced) });
  }
  const best = bestOf(
    file,
    candidates.filter(({ missing }) => missing.length === 0),
  );
  if (best === undefined) {
    refuseKnownUnusable(file, names);
    throw unknownFormat(file, candidates, isForced);
  }
  refuseBadLayout(best.layout, best.source, options);
  return { source: best.source, input: { kind: 'table', layout: best.layout, ...table } };
}

async function recogniseDocuments(
  text: TextFile,
  sources: readonly Source[],
  options: CatalogOptions,
): Promise<Recognised> {
  const { map = {} } = options;
  const candidates: Candidate[] = [];
  for (const source of sources) {
    if (source.documents === undefined) continue;
    const first = await firstDocumentOf(text, source.documents.envelopes, map);
    candidates.push({ source, ...documentMisses(first, source.documents) });
  }
  const best = bestOf(
    text.name,
    candidates.filter(({ missing }) => missing.length === 0),
  );
  if (best === undefined) throw unknownFormat(text.name, candidates, isForcedBy(options));
  return { source: best.source, input: { kind: 'document', text, map } };
}

function isForcedBy({ from = 'auto' }: CatalogOptions): boolean {
  return from !== 'auto';
}

function wishesFor(source: Source, { map = {}, idFrom }: CatalogOptions): ColumnWishes {
  const field = source.table?.idField;
  return idFrom === undefined || field === undefined
    ? { map }
    : { map, extra: { column: idFrom, field } };
}
