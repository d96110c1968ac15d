import type { Transport, TransportCall } from 'sequenzy-transport';
import { recordIn } from '../replies/record.ts';
import { unexpectedAnswer } from './unexpected-answer.ts';

/**
 * Asks for one record.
 *
 * @throws {FanfareServerError} for an answer without one: nobody knows what became of the request.
 */
export async function readRecord(transport: Transport, call: TransportCall): Promise<unknown> {
  const { json, status } = await transport(call);
  const record = recordIn(json);
  if (record !== undefined) return record;
  throw unexpectedAnswer(call, status, 'an answer without a record');
}
