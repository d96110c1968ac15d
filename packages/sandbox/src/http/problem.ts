import { json, type Answer } from './answer.ts';

/** A fault of one record of a request, as it stands in a problem's `details`. */
export interface ProblemDetail {
  /** Position in the request's list, from 0. Absent where the fault is not a product's. */
  readonly index?: number;
  readonly productId?: string;
  /** Where in the body: `products[3].variants[0].priceCents`. */
  readonly path: string;
  readonly message: string;
}

interface ProblemKind {
  readonly code: string;
  readonly title: string;
  readonly resolution: string;
}

const other: ProblemKind = {
  code: 'internal_error',
  title: 'Something went wrong',
  resolution: 'Try again in a moment.',
};

/** Codes and wording are the sandbox's own: the reference gives the shape of an error, not its texts. */
const kinds = new Map<number, ProblemKind>([
  [400, kind('bad_request', 'The request is not valid', 'Correct the request and send it again.')],
  [401, kind('unauthorized', 'The API key is not valid', 'Send a valid key as a Bearer token.')],
  [403, kind('forbidden', 'The API key may not do this', "Change the key's permissions.")],
  [404, kind('not_found', 'There is nothing here', 'Check the path and the id.')],
  [405, kind('method_not_allowed', 'This method is not allowed', 'See the header `allow`.')],
  [409, kind('conflict', 'The request is in conflict with another', 'Send it again.')],
  [413, kind('payload_too_large', 'The request is too large', 'Send fewer records at once.')],
  [422, kind('unprocessable', 'The request cannot be processed', 'Correct it and send it again.')],
  [429, kind('rate_limited', 'Too many requests', 'Wait as long as `retry-after` says.')],
  [502, kind('bad_gateway', 'The upstream failed', 'Try again in a moment.')],
  [503, kind('unavailable', 'The service is unavailable', 'Try again in a moment.')],
  [504, kind('gateway_timeout', 'The upstream did not answer', 'Try again in a moment.')],
]);

function kind(code: string, title: string, resolution: string): ProblemKind {
  return { code, title, resolution };
}

/** Makes an error of one API: status, one sentence, and what else there is to say. */
export type Problem = (status: number, message: string, extras?: ProblemExtras) => Answer;

/** How one API words its errors. */
export interface ErrorShape {
  readonly problem: Problem;
  /** The sentence of its 401. */
  readonly invalidKey: string;
}

export interface ProblemExtras {
  readonly details?: readonly ProblemDetail[];
  readonly headers?: Record<string, string>;
}

/**
 * An error in the documented shape: `{ success: false, error: { code, message } }`, and at the top
 * `code`, `title`, `description`, `resolution`, `docsUrl`, `details` as the newer endpoints have them.
 */
export function problem(status: number, message: string, extras: ProblemExtras = {}): Answer {
  const { code, title, resolution } = kinds.get(status) ?? other;
  const body = {
    success: false,
    error: { code, message },
    code,
    title,
    description: message,
    resolution,
    docsUrl: 'https://docs.sequenzy.com',
    ...(extras.details === undefined ? {} : { details: extras.details }),
  };
  return json(status, body, extras.headers);
}
