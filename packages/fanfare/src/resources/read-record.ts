import { SequenzyServerError, type Transport, type TransportCall } from 'sequenzy-transport';

/**
 * Asks for one record: an object with an `id`, or one under `data` (assumed, as lists have it).
 *
 * @throws {SequenzyServerError} for an answer without one: nobody knows what became of the request.
 */
export async function readRecord(transport: Transport, call: TransportCall): Promise<unknown> {
  const { json, status } = await transport(call);
  const record = [json, memberOf(json, 'data')].find((one) => memberOf(one, 'id') !== undefined);
  if (record !== undefined) return record;
  const { method, path } = call;
  const message = `${method} ${path}: an answer without a record`;
  throw new SequenzyServerError('server', message, { status, method, path });
}

function memberOf(json: unknown, name: string): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  return Reflect.get(json, name);
}
