import { isRecord, sequenceSchema, type Sequence } from 'sequenzy-contract';
import { segment, tolerate, type ApiPromise, type CallOptions, promised } from 'sequenzy-transport';
import { contradiction } from '../answers/contradiction.ts';
import { layersOf } from '../answers/evidence.ts';
import { requireDone, requireFound } from '../answers/require-done.ts';
import type { SequenzyCommerce } from '../client/client.ts';

/** The part of a client that is needed here. */
export type RequestClient = Pick<SequenzyCommerce, 'request'>;

const list = { method: 'GET', path: '/sequences' } as const;
const mostPerPage = 100;

/**
 * Every automation of the company, in one request; more where the server answers in pages.
 *
 * @throws {SequenzyPermissionError} where the key may not read them.
 * @example
 * const live = (await listSequences(sequenzy)).filter((one) => one.effectiveStatus === 'live');
 */
export async function listSequences(
  { request }: RequestClient,
  options: CallOptions = {},
): Promise<Sequence[]> {
  const found = new Map<string, Sequence>();
  for (let query: Record<string, string> = {}; ;) {
    const answer = await request({
      ...options,
      ...list,
      query,
      replayable: true,
      priority: 'catalog',
    });
    const json = requireFound(answer, list);
    const layer = layersOf(json).find((one) => Array.isArray(one['sequences']));
    const sequences: unknown = layer?.['sequences'];
    if (!Array.isArray(sequences)) {
      throw contradiction(list, answer, { what: 'no list of sequences', said: undefined });
    }
    const before = found.size;
    for (const one of sequences.filter(isRecord)) {
      const sequence = tolerate(sequenceSchema, one);
      if (typeof sequence.id === 'string') found.set(sequence.id, sequence);
    }
    // A server that gives the same page again would do so without end.
    if (!hasMore(layer) || found.size === before) return [...found.values()];
    query = { limit: String(mostPerPage), offset: String(found.size) };
  }
}

function hasMore(layer: Readonly<Record<string, unknown>> | undefined): boolean {
  const pagination = layer?.['pagination'];
  return isRecord(pagination) && pagination['hasMore'] === true;
}

/**
 * Stops new enrolments of a sequence; people inside continue. What it misses is never replayed. Answers the sequence as
 * it is then, where the server says so.
 *
 * Source: the vendor's MCP server (`pause_sequence_enrollments`). That twice is as good as once is assumed.
 */
export function pauseEnrollments(
  client: RequestClient,
  id: string,
  options?: CallOptions,
): ApiPromise<Sequence | undefined> {
  return change(client, id, 'pause-enrollments', options);
}

/** Lets people enter again. Source: the vendor's MCP server (`resume_sequence_enrollments`). */
export function resumeEnrollments(
  client: RequestClient,
  id: string,
  options?: CallOptions,
): ApiPromise<Sequence | undefined> {
  return change(client, id, 'resume-enrollments', options);
}

function change(
  { request }: RequestClient,
  id: string,
  verb: string,
  options: CallOptions = {},
): ApiPromise<Sequence | undefined> {
  return promised(async () => {
    const path = `/sequences/${segment('id', id)}/${verb}`;
    const call = { method: 'POST', path } as const;
    const response = await request({ ...options, ...call, replayable: true, priority: 'catalog' });
    requireDone(response, call, {});
    const sequence = layersOf(response.json)
      .map((layer) => layer['sequence'])
      .find(isRecord);
    return { data: sequence && tolerate(sequenceSchema, sequence), response };
  });
}
