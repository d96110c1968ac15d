import { isRecord } from 'sequenzy-contract';
import type { ReadingOptions } from './reading-options.ts';
import type { TextFile } from '../input/text-file.ts';
import { isJson, readDocuments } from '../containers/json/documents.ts';
import { envelopesOf, type Envelopes } from '../containers/json/envelopes.ts';
import type { RecordFault } from '../faults/record-fault.ts';
import type { Format } from './format.ts';
import { unreadable } from '../containers/json/json-error.ts';
import { canonical } from '../table/columns.ts';
import { isXml } from '../containers/xml/flatten.ts';
import { bestOf, documentMisses, fitting, unknownFormat, type Candidate } from './candidates.ts';
import { refusePlatformError } from './platform-error.ts';
import {
  recogniseCsv,
  recogniseFeed,
  type Recognised,
  type Surroundings,
} from './recognise-table.ts';
import { recognisedDocument } from './recognition.ts';
import { MappingNeeded } from './home-made.ts';
import { proposeDocuments } from './home-made-documents.ts';
import { saysFormat } from './mapping-options.ts';
import { knownUnusable } from './unusable.ts';
import { isForcedBy, refuseFieldsOfNone } from './mapping-options.ts';
import { renamed, unwrapped } from '../documents/fields.ts';

/**
 * Finds out which source a text is for, by its columns or by the keys of its first document.
 *
 * @param sources Those that come into question, in the order in which they are tried.
 * @throws {SourceError} A mapped column or field does not exist, no source fits, two fit equally, or the format is known and of no use.
 */
export async function recognise<Found extends Format>(
  text: TextFile,
  sources: readonly Found[],
  options: ReadingOptions,
  surroundings: Surroundings<Found>,
): Promise<Recognised<Found>> {
  refuseFieldsOfNone(sources, options);
  const { workspace, unusable, homeMade } = surroundings;
  const known = { sources, options, unusable, homeMade };
  if (isJson(text.head)) return recogniseDocuments(text, sources, options, surroundings);
  return isXml(text.head) ? recogniseFeed(text, known, workspace) : recogniseCsv(text, known);
}

async function recogniseDocuments<Found extends Format>(
  text: TextFile,
  sources: readonly Found[],
  options: ReadingOptions,
  surroundings: Surroundings<Found>,
): Promise<Recognised<Found>> {
  const { map = {}, mappingName } = options;
  const { unusable } = surroundings;
  const isForced = isForcedBy(options);
  const candidates: (Candidate<Found> & { readonly first: unknown })[] = [];
  let keys: readonly string[] = [];
  let unread: RecordFault | undefined;
  for (const source of sources) {
    if (source.documents === undefined) continue;
    const { value: first, fault } = await firstDocumentOf(text, envelopesOf(source.documents), map);
    // In another source's envelope, what is too large here can be many documents.
    unread ??= fault;
    if (fault !== undefined) continue;
    if (isRecord(first)) keys = Object.keys(first);
    candidates.push({ source, first, ...documentMisses(first, source.documents) });
  }
  const best = bestOf(text.name, fitting(candidates, options));
  if (best === undefined) {
    if (unread !== undefined) throw unreadable(text.name, unread);
    for (const { source, first } of candidates) refusePlatformError(text.name, first, source);
    const refusal =
      knownUnusable(text.name, keys, unusable) ??
      unknownFormat(text.name, candidates, isForced, keys);
    const made =
      refusal.code === 'unknown-format' && (await recogniseHomeMade(text, options, surroundings));
    if (made === false || made === undefined) throw refusal;
    return made;
  }
  const { source, first } = best;
  const renamedWithin = source.documents?.renamedWithin;
  const recognition = {
    ...recognisedDocument(first, source.documents, isForced),
    ...(mappingName !== undefined && { mapping: mappingName }),
  };
  const ignored = new Set((options.ignoreColumns ?? []).map(canonical));
  const input = { kind: 'document', text, map, renamedWithin, ignored } as const;
  return { source, recognition, input, warnings: [] };
}

/** The first document of a text that can be read. */
interface First {
  /** Undefined where there is none. */
  readonly value: unknown;
  /** Why the first document cannot be read, where none can. */
  readonly fault?: RecordFault;
}

async function firstDocumentOf(
  text: TextFile,
  envelopes: Envelopes,
  map: Readonly<Record<string, string>>,
): Promise<First> {
  let fault: RecordFault | undefined;
  for await (const batch of readDocuments(text, envelopes)) {
    const first = batch.find((one) => one.fault === undefined);
    if (first !== undefined) return { value: renamed(unwrapped(first.value)[0], map) };
    fault ??= batch[0]?.fault;
  }
  return { value: undefined, ...(fault && { fault }) };
}

/**
 * Proposes how documents are read that no platform has written, where the user has not said anything of their format.
 *
 * @throws {MappingNeeded} The proposal leaves something open, or nobody has accepted it yet.
 */
async function recogniseHomeMade<Found extends Format>(
  text: TextFile,
  options: ReadingOptions,
  surroundings: Surroundings<Found>,
): Promise<Recognised<Found> | undefined> {
  const { homeMade } = surroundings;
  if (homeMade === undefined || saysFormat(options)) return undefined;
  const { value } = await firstDocumentOf(text, { lists: [], keyed: [] }, {});
  const proposal = await proposeDocuments(text, value, homeMade);
  if (proposal === undefined) return undefined;
  if (options.mapping !== 'auto' || proposal.problems.length > 0) throw new MappingNeeded(proposal);
  const sources = [homeMade.behind(proposal.mapping)];
  const found = await recogniseDocuments(text, sources, options, surroundings);
  return { ...found, proposal };
}
