import { limits } from 'sequenzy-contract';
import { SequenzyError } from '../errors/errors.ts';
import type { BulkEndpoint, CompleteOptions, Completion } from './bulk-endpoint.ts';
import { bytesOf, mostBytesOf, recordOfEntry, type Entry } from './entry.ts';

/** Entries as they can leave, and why others cannot. */
export interface CompletedEntries<Rec> {
  readonly ready: readonly Entry<Rec>[];
  readonly unreadable: readonly (readonly [Entry<Rec>, string])[];
}

/**
 * Completes entries by what the server has. Their fingerprint stays that of what the source said.
 *
 * @throws {SequenzyError} when the server cannot be asked.
 */
export async function complete<Rec>(
  entries: readonly Entry<Rec>[],
  endpoint: BulkEndpoint<Rec>,
  options: CompleteOptions,
): Promise<CompletedEntries<Rec>> {
  const completions = await endpoint.complete?.(entries, options).catch((error: unknown) => {
    // What was only read has changed nothing, whether an answer came or not.
    if (error instanceof SequenzyError) error.ambiguous = false;
    throw error;
  });
  const ready: Entry<Rec>[] = [];
  const unreadable: [Entry<Rec>, string][] = [];
  for (const entry of entries) {
    const completion = completions?.get(entry.key);
    if (completion === undefined) ready.push(entry);
    else if ('unreadable' in completion) unreadable.push([entry, completion.unreadable]);
    else ready.push(completed(entry, completion));
  }
  return { ready, unreadable };
}

function completed<Rec>(
  entry: Entry<Rec>,
  { record, ...completion }: Exclude<Completion<Rec>, { unreadable: string }>,
): Entry<Rec> {
  return { ...entry, bytes: undefined, ...recordOfEntry(record), completion };
}

/** Entries that have grown, in as few bodies as they fit in. One that is too large by itself is left to the server. */
export function inBodies<Rec>(
  entries: readonly Entry<Rec>[],
  endpoint: BulkEndpoint<Rec>,
  maxBytes: number = limits.maxBodyBytes,
): Entry<Rec>[][] {
  const most = entries.reduce((sum, entry) => sum + mostBytesOf(entry), 0);
  if (endpoint.bodyBytes(entries.length, most) <= maxBytes) return [[...entries]];
  const bodies: Entry<Rec>[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const last = bodies.at(-1);
    const own = bytesOf(entry);
    const isRoom =
      last !== undefined && endpoint.bodyBytes(last.length + 1, bytes + own) <= maxBytes;
    bytes = isRoom ? bytes + own : own;
    if (isRoom) last.push(entry);
    else bodies.push([entry]);
  }
  return bodies;
}
