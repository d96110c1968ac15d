import { isRecord } from 'sequenzy-contract';
import { delimitedText } from '../csv/separator-line.ts';
import type { InputOptions } from '../input-options.ts';
import type { TextFile } from '../input/text-file.ts';
import { isJson } from '../json/documents.ts';
import { envelopesOf } from '../json/envelopes.ts';
import type { Format } from '../source.ts';
import type { Workspace } from '../spool/workspace.ts';
import type { ColumnWishes } from '../table/columns.ts';
import { layOut, type Layout } from '../table/header.ts';
import type { Unusable } from '../unusable/unusable.ts';
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
import { refusePlatformError } from './platform-error.ts';
import { recognisedDocument, recognisedTable, type Recognition } from './recognition.ts';
import { refuseComment } from './refuse-comment.ts';
import { refuseKnownUnusable } from './unusable.ts';
import {
  hasMappedFields,
  refuseBadLayout,
  refuseFieldsOfNone,
  refuseUnknownColumns,
} from './wishes.ts';

/** An input and the source that reads it. */
export interface Recognised<Found extends Format> {
  readonly source: Found;
  readonly input: Input;
  readonly recognition: Recognition;
}

/** What recognising needs besides the text. */
export interface Surroundings {
  readonly workspace: Workspace;
  /** Files that are known and of no use. */
  readonly unusable: readonly Unusable[];
}

/**
 * Finds out which source a text is for, by its columns or by the keys of its first document.
 *
 * @param sources Those that come into question, in the order in which they are tried.
 * @throws {SourceError} A mapped column or field does not exist, no source fits, two fit equally, or the format is known and of no use.
 */
export async function recognise<Found extends Format>(
  text: TextFile,
  sources: readonly Found[],
  options: InputOptions,
  surroundings: Surroundings,
): Promise<Recognised<Found>> {
  refuseFieldsOfNone(sources, options);
  if (isJson(text.head)) return recogniseDocuments(text, sources, options, surroundings);
  if (isXml(text.head)) return recogniseFeed(text, sources, options, surroundings);
  const delimited = await delimitedText(text);
  const names = await headerOf(delimited.text, delimited.delimiter);
  const table = { ...delimited, isFlattened: false } as const;
  return recogniseTable(table, names, sources, options, surroundings);
}

async function recogniseFeed<Found extends Format>(
  text: TextFile,
  sources: readonly Found[],
  options: InputOptions,
  surroundings: Surroundings,
): Promise<Recognised<Found>> {
  const feeds = sources.filter(({ table }) => table?.elements !== undefined);
  const elements = feeds.flatMap(({ table }) => table?.elements ?? []);
  const flat = await flattenXml(text, elements, surroundings.workspace);
  const table = { text: flat.text, delimiter: ',', isFlattened: true } as const;
  return recogniseTable(table, flat.names, feeds, options, surroundings);
}

function recogniseTable<Found extends Format>(
  table: Omit<TableInput, 'kind' | 'layout'>,
  names: readonly string[],
  sources: readonly Found[],
  options: InputOptions,
  { unusable }: Surroundings,
): Recognised<Found> {
  const file = table.text.name;
  const isForced = isForcedBy(options);
  refuseUnknownColumns(file, names, options);
  const candidates: (Candidate<Found> & { readonly layout: Layout })[] = [];
  for (const source of sources) {
    if (source.table === undefined) continue;
    const { columns } = source.table;
    const layout = layOut(file, names, columns, wishesFor(source, options));
    candidates.push({ source, layout, ...tableMisses(layout, columns, isForced) });
  }
  const best = bestOf(file, fitting(candidates, options));
  if (best === undefined) {
    refuseComment(file, names);
    refuseKnownUnusable(file, names, unusable);
    throw unknownFormat(file, candidates, isForced);
  }
  refuseBadLayout(best.layout, best.source, options);
  const { source, layout } = best;
  const recognition = recognisedTable(layout, source.table?.columns, isForced);
  return { source, recognition, input: { kind: 'table', layout, ...table } };
}

async function recogniseDocuments<Found extends Format>(
  text: TextFile,
  sources: readonly Found[],
  options: InputOptions,
  { unusable }: Surroundings,
): Promise<Recognised<Found>> {
  const { map = {} } = options;
  const isForced = isForcedBy(options);
  const candidates: (Candidate<Found> & { readonly first: unknown })[] = [];
  let keys: readonly string[] = [];
  for (const source of sources) {
    if (source.documents === undefined) continue;
    const first = await firstDocumentOf(text, envelopesOf(source.documents), map);
    if (isRecord(first)) keys = Object.keys(first);
    candidates.push({ source, first, ...documentMisses(first, source.documents) });
  }
  const best = bestOf(text.name, fitting(candidates, options));
  if (best === undefined) {
    for (const { source, first } of candidates) refusePlatformError(text.name, first, source);
    refuseKnownUnusable(text.name, keys, unusable);
    throw unknownFormat(text.name, candidates, isForced);
  }
  const { source, first } = best;
  const renamedWithin = source.documents?.renamedWithin;
  const recognition = recognisedDocument(first, source.documents, isForced);
  return { source, recognition, input: { kind: 'document', text, map, renamedWithin } };
}

/** Those that miss nothing; among them, those that have the fields that the user speaks of. */
function fitting<Fit extends Candidate>(candidates: readonly Fit[], options: InputOptions): Fit[] {
  const fits = candidates.filter(({ missing }) => missing.length === 0);
  const meant = fits.filter(({ source }) => hasMappedFields(source, options));
  return meant.length > 0 ? meant : fits;
}

function isForcedBy({ from = 'auto' }: InputOptions): boolean {
  return from !== 'auto';
}

function wishesFor(source: Format, { map = {}, idFrom }: InputOptions): ColumnWishes {
  const field = source.table?.idField;
  return idFrom === undefined || field === undefined
    ? { map }
    : { map, extra: { column: idFrom, field } };
}
