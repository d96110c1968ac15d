import { SequenzyServerError, type Transport, type TransportCall } from 'sequenzy-transport';
import { itemsIn } from '../replies/list.ts';

/**
 * Reads a list: a bare array, or one under the first of these names that holds one.
 *
 * @throws {SequenzyServerError} for an answer without one: it does not mean that there is nothing.
 */
export async function readList(
  transport: Transport,
  call: Pick<TransportCall, 'path' | 'query' | 'signal'>,
  ...names: readonly string[]
): Promise<unknown[]> {
  const { json, status } = await transport({ ...call, method: 'GET', replayable: true });
  const items = itemsIn(json, ...names);
  if (items !== undefined) return items;
  const { path } = call;
  throw new SequenzyServerError('server', `GET ${path}: an answer without a list`, {
    status,
    method: 'GET',
    path,
  });
}
