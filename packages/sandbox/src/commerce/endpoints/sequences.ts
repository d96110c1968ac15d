import { json, type Answer } from '../../http/answer.ts';
import { problem } from '../../http/problem.ts';
import { toSequence, type SequenceStore } from '../store/sequences.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { pageOf } from './page.ts';

const mostPerPage = 100;

/**
 * `GET /sequences`: every one where neither `limit` nor `offset` is given, else a page of 1-100 (50 where only an offset
 * is given: assumed). `status` and `search` filter.
 *
 * Source: the vendor's MCP server (`list_sequences`). The names of the scopes are assumed.
 */
export const listSequences: Endpoint = {
  method: 'GET',
  path: '/sequences',
  scope: 'sequences:read',
  answer: list,
};

/** `POST /sequences/{id}/pause-enrollments`: nobody enters any more, those inside continue. Twice is as good as once (assumed). */
export const pauseEnrollments = changing('pause-enrollments', (store, record, now) => {
  store.pause(record, now);
});

/** `POST /sequences/{id}/resume-enrollments`: people enter again. What was missed is not replayed. */
export const resumeEnrollments = changing('resume-enrollments', (store, record, now) => {
  store.resume(record, now);
});

function list({ query, company }: Call): Answer {
  const isWhole = !query.has('limit') && !query.has('offset');
  const page = pageOf(query, { most: mostPerPage, usual: 50 });
  if ('status' in page) return page;
  const status = query.get('status');
  const search = query.get('search')?.toLowerCase() ?? '';
  const found = [...company.sequences]
    .map(toSequence)
    .filter((one) => status === null || one.status === status)
    .filter((one) => one.name.toLowerCase().includes(search));
  const total = found.length;
  const { limit, offset } = isWhole ? { limit: total, offset: 0 } : page;
  const sequences = found.slice(offset, offset + limit);
  const count = sequences.length;
  const pagination = { limit, offset, count, total, hasMore: offset + count < total };
  return json(200, { success: true, sequences, pagination });
}

type Change = (
  store: SequenceStore,
  record: NonNullable<ReturnType<SequenceStore['find']>>,
  now: string,
) => void;

function changing(verb: string, change: Change): Endpoint {
  return {
    method: 'POST',
    path: `/sequences/{id}/${verb}`,
    scope: 'sequences:write',
    answer({ id, company, now }) {
      const record = company.sequences.find(id);
      if (record === undefined) return problem(404, `Sequence not found: ${id}`);
      change(company.sequences, record, now);
      return json(200, { success: true, sequence: toSequence(record) });
    },
  };
}
