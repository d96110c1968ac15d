import { type TransportCall } from 'sequenzy-transport';
import { FanfareServerError } from '../errors/errors.ts';

/** The error for an answer that is not what the request asks for: nobody knows what it means. */
export function unexpectedAnswer(
  { method, path }: Pick<TransportCall, 'method' | 'path'>,
  status: number,
  what: string,
): FanfareServerError {
  return new FanfareServerError('server', `${method} ${path}: ${what}`, { status, method, path });
}
