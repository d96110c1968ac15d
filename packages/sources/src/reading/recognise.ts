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
import { recogniseCsv, type Recognised, type Surroundings } from './recognise-table.ts';
import { recogniseFeed } from './recognise-feed.ts';
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
  const { readers, unread } = await firstDocuments(text, sources, map);
  const best = bestOfDocuments(text, readers, options);
  if (best === undefined) {
    if (unread !== undefined) throw unreadable(text.name, unread);
    const candidates = candidatesAt(readers, 0);
    const keys = candidates.flatMap(({ first }) => (isRecord(first) ? [Object.keys(first)] : []));
    for (const { source, first } of candidates) refusePlatformError(text.name, first, source);
    const names = keys.at(-1) ?? [];
    const refusal =
      knownUnusable(text.name, names, unusable) ??
      unknownFormat(text.name, candidates, isForced, names);
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

/** A source, and the first documents of a text as it finds them. */
interface DocumentsOf<Found> {
  readonly source: Found;
  readonly documents: readonly unknown[];
}

type DocumentCandidate<Found extends Format> = Candidate<Found> & { readonly first: unknown };

/** The first document that a source reads decides. One that none reads can be a mistake of its own among others. */
function bestOfDocuments<Found extends Format>(
  { name }: TextFile,
  readers: readonly DocumentsOf<Found>[],
  options: ReadingOptions,
): DocumentCandidate<Found> | undefined {
  for (let at = 0; at < mostLookedAt; at += 1) {
    const candidates = candidatesAt(readers, at);
    if (candidates.length === 0) return undefined;
    const best = bestOf(name, fitting(candidates, options));
    if (best !== undefined) return best;
  }
  return undefined;
}

const mostLookedAt = 20;

function candidatesAt<Found extends Format>(
  readers: readonly DocumentsOf<Found>[],
  at: number,
): DocumentCandidate<Found>[] {
  return readers.flatMap(({ source, documents }) => {
    // A text without documents can be of any source.
    if (source.documents === undefined || (at > 0 && at >= documents.length)) return [];
    const first = documents[at];
    return [{ source, first, ...documentMisses(first, source.documents) }];
  });
}

/** The sources that can read the text, and why one of its documents cannot be read, where none can. */
async function firstDocuments<Found extends Format>(
  text: TextFile,
  sources: readonly Found[],
  map: Readonly<Record<string, string>>,
): Promise<{
  readonly readers: readonly DocumentsOf<Found>[];
  readonly unread: RecordFault | undefined;
}> {
  const readers: DocumentsOf<Found>[] = [];
  let unread: RecordFault | undefined;
  for (const source of sources) {
    if (source.documents === undefined) continue;
    const { documents, fault } = await documentsIn(text, envelopesOf(source.documents), map);
    // In another source's envelope, what is too large here can be many documents.
    unread ??= fault;
    if (fault === undefined) readers.push({ source, documents });
  }
  return { readers, unread };
}

/** The first documents of a text that can be read. */
async function documentsIn(
  text: TextFile,
  envelopes: Envelopes,
  map: Readonly<Record<string, string>>,
): Promise<{ readonly documents: readonly unknown[]; readonly fault?: RecordFault }> {
  const documents: unknown[] = [];
  let fault: RecordFault | undefined;
  for await (const batch of readDocuments(text, envelopes)) {
    for (const one of batch) {
      if (one.fault === undefined) documents.push(renamed(unwrapped(one.value)[0], map));
      else fault ??= one.fault;
      if (documents.length >= mostLookedAt) return { documents };
    }
    // What is found in the first batch is enough.
    if (documents.length > 0) return { documents };
  }
  return { documents, ...(fault && { fault }) };
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
  const { documents } = await documentsIn(text, { lists: [], keyed: [] }, {});
  const proposal = await proposeDocuments(text, documents[0], homeMade);
  if (proposal === undefined) return undefined;
  if (options.mapping !== 'auto' || proposal.problems.length > 0) throw new MappingNeeded(proposal);
  const sources = [homeMade.behind(proposal.mapping)];
  const found = await recogniseDocuments(text, sources, options, surroundings);
  return { ...found, proposal };
}
