import type { Transport, TransportCall } from 'sequenzy-transport';
import { itemsIn } from '../replies/list.ts';
import { unexpectedAnswer } from './unexpected-answer.ts';

/**
 * Asks for a list, by a request that may be repeated: a bare array, or one under the first of these names that holds one.
 *
 * @throws {FanfareServerError} for an answer without one: it does not mean that there is nothing.
 */
export async function readList(
  transport: Transport,
  call: Pick<TransportCall, 'path' | 'query' | 'signal'> & Partial<TransportCall>,
  ...names: readonly string[]
): Promise<unknown[]> {
  const { method = 'GET', path } = call;
  const { json, status } = await transport({ ...call, method, replayable: true });
  const items = itemsIn(json, ...names);
  if (items !== undefined) return items;
  throw unexpectedAnswer({ method, path }, status, 'an answer without a list');
}
