import isNetworkError from 'is-network-error';
import { isObject } from 'sequenzy-contract';
import {
  ApiAbortError,
  ApiConnectionError,
  ApiTimeoutError,
  type ErrorDetails,
  type ApiError,
} from '../errors/api-error.ts';
import type { Cut } from './deadline.ts';

/** What Node, Bun and Deno call failures that come before the first byte has left. */
const nothingSent =
  /^(ECONNREFUSED|ConnectionRefused|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*|ERR_TLS_.*)$/;

/**
 * The error for an attempt that brought no answer.
 *
 * @param origin Where it was tried: a wrong address is the first thing to look for.
 */
export function errorOfNoAnswer(
  cause: unknown,
  cut: Cut | undefined,
  { origin, ...details }: ErrorDetails & { readonly origin: string },
): ApiError {
  const request = `${details.method ?? ''} ${details.path ?? ''}`;
  if (cut === 'abort') {
    return new ApiAbortError('abort', `${request}: stopped by the caller`, {
      ...details,
      ambiguous: true,
      cause,
    });
  }
  if (cut === 'timeout') {
    return new ApiTimeoutError('timeout', `${request}: no answer from ${origin} in time`, {
      ...details,
      retryable: true,
      ambiguous: true,
      cause,
    });
  }
  const code = codeOf(cause);
  const why = code ?? (cause instanceof Error ? cause.message : String(cause));
  const message = `${request}: the connection to ${origin} failed (${why})`;
  return new ApiConnectionError('connection', message, {
    ...details,
    retryable: true,
    ambiguous: code === undefined || !nothingSent.test(code),
    cause,
  });
}

/** A bug in a fetch of somebody's own: no failure of the network, and there again the next time. */
export function isBug(error: unknown): boolean {
  if (!(error instanceof Error) || error.cause !== undefined) return false;
  return /^(Type|Reference|Range|Syntax)Error$/.test(error.name) && !isNetworkError(error);
}

/** The system's code, which `fetch` hides in the cause of its error, or in the first of several. */
function codeOf(error: unknown): string | undefined {
  if (!isObject(error)) return undefined;
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0]);
  return 'cause' in error ? codeOf(error.cause) : undefined;
}
