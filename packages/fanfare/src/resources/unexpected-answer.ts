import { SequenzyServerError, type TransportCall } from 'sequenzy-transport';

/** The error for an answer that is not what the request asks for: nobody knows what it means. */
export function unexpectedAnswer(
  { method, path }: Pick<TransportCall, 'method' | 'path'>,
  status: number,
  what: string,
): SequenzyServerError {
  return new SequenzyServerError('server', `${method} ${path}: ${what}`, { status, method, path });
}
