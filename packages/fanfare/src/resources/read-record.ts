import { SequenzyServerError, type Transport, type TransportCall } from 'sequenzy-transport';
import { recordIn } from '../replies/record.ts';

/**
 * Asks for one record.
 *
 * @throws {SequenzyServerError} for an answer without one: nobody knows what became of the request.
 */
export async function readRecord(transport: Transport, call: TransportCall): Promise<unknown> {
  const { json, status } = await transport(call);
  const record = recordIn(json);
  if (record !== undefined) return record;
  const { method, path } = call;
  const message = `${method} ${path}: an answer without a record`;
  throw new SequenzyServerError('server', message, { status, method, path });
}
