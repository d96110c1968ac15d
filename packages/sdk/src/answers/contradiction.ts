import { apiPath } from 'sequenzy-contract';
import { type Answer, type Call } from 'sequenzy-transport';
import { SequenzyAnswerError } from '../errors/errors.ts';
import type { Evidence } from './evidence.ts';

/** The request an answer belongs to. */
export type Asked = Pick<Call, 'method' | 'path'>;

/** The error for a success that contradicts itself. Where something was asked to be done, it may have been done. */
export function contradiction(
  { method, path }: Asked,
  { status, headers }: Pick<Answer, 'status' | 'headers'>,
  { what, said }: Evidence,
): SequenzyAnswerError {
  const words = said === undefined ? '' : `: ${said}`;
  const where = `${apiPath}${path}`;
  return new SequenzyAnswerError(
    'contradiction',
    `${method} ${where}: ${status} with ${what}${words}`,
    {
      method,
      path: where,
      status,
      headers,
      retryable: true,
      ambiguous: method !== 'GET',
      ...(said === undefined ? {} : { serverMessage: said }),
    },
  );
}
