import { SourceError } from '../faults/source-error.ts';
import { errorCode } from '../faults/error-code.ts';
import type { Incoming } from './one-request.ts';

/**
 * @param isConditional Whether the request said what is remembered; nothing else can be unchanged.
 * @throws {SourceError} The response has no file in it that can be read.
 */
export function refuseStatus(
  { statusCode = 0, headers }: Pick<Incoming, 'statusCode' | 'headers'>,
  file: string,
  isConditional: boolean,
): void {
  if (statusCode === 304 && isConditional) {
    throw new SourceError('the file has not changed since it was used last', {
      code: 'not-modified',
      file,
      nextStep: 'There is nothing to do.',
    });
  }
  if (statusCode !== 200) {
    throw new SourceError(`the server answers ${String(statusCode)}`, {
      code: 'unreadable',
      file,
      nextStep: nextSteps[statusCode] ?? 'Try again later, or open the address in a browser.',
    });
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (['identity', 'gzip', 'x-gzip', ''].includes(encoding.toLowerCase())) return;
  throw new SourceError(`the server packs the file as "${encoding}", which nobody asked for`, {
    code: 'damaged',
    file,
    nextStep: 'Download the file and name it by its path.',
  });
}

const nextSteps: Readonly<Record<number, string>> = {
  304: 'That means "not changed", which nobody asked: a cache before the server may be set up wrongly. Try again later.',
  401: 'Put user and password into the address: https://user:password@shop.example/feed.',
  403: 'Check user and password in the address, and whether this machine may read it.',
  404: 'Check the address.',
  410: 'Check the address.',
};

const problems: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ECONNREFUSED: 'the host refuses the connection',
  ECONNRESET: 'the connection broke',
  UND_ERR_SOCKET: 'the connection broke',
  ETIMEDOUT: 'the host does not answer',
};

/** The message of the cause is left out: it may hold the address with its password. */
export function unreachable(file: string, cause: unknown): SourceError {
  // A fetch tells what happened in the cause of its error.
  const code = errorCode(cause instanceof TypeError && cause.cause ? cause.cause : cause);
  return new SourceError(problems[code] ?? `the file cannot be fetched (${code})`, {
    code: 'unreadable',
    file,
    nextStep: 'Check the address and the connection, then try again.',
    cause,
  });
}
