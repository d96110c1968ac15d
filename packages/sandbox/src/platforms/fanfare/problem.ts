import { json, type Answer } from '../../http/answer.ts';
import type { ProblemExtras } from '../../http/problem.ts';

/**
 * An error in the documented shape: `{ error }`, with `details: [{ field, message }]` for a body that is not valid
 * and `retryAfter` in seconds for a 429.
 *
 * Source: docs.fanfare.io/api/errors and /api/rate-limiting.
 */
export function fanfareProblem(
  status: number,
  message: string,
  { details, headers = {} }: ProblemExtras = {},
): Answer {
  const retryAfter = status === 429 ? Number(headers['retry-after']) : Number.NaN;
  const body = {
    error: message,
    ...(Number.isNaN(retryAfter) ? {} : { retryAfter }),
    ...(details === undefined
      ? {}
      : {
          details: details.map(({ path, message: reason }) => ({ field: path, message: reason })),
        }),
  };
  return json(status, body, headers);
}

export function notFound(what: string): Answer {
  return fanfareProblem(404, `${what} not found`);
}

/** One field of a body that is well formed and cannot be accepted all the same. */
export function invalidField(path: string, message: string): Answer {
  return fanfareProblem(400, 'Validation failed', { details: [{ path, message }] });
}
