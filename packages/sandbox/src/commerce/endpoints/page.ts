import type { Answer } from '../../http/answer.ts';
import { problem } from '../../http/problem.ts';
import { wholeNumber } from '../../http/query.ts';

export interface PageLimits {
  readonly most: number;
  /** Where none is asked for. */
  readonly usual: number;
}

/** Which part of a list is asked for; a 400 where a parameter cannot be read (assumed). */
export function pageOf(
  query: URLSearchParams,
  { most, usual }: PageLimits,
): { readonly limit: number; readonly offset: number } | Answer {
  const limit = wholeNumber(query.get('limit'), usual);
  if (limit === undefined || limit < 1 || limit > most) {
    return badParameter('limit', `a whole number from 1 to ${most}`);
  }
  const offset = wholeNumber(query.get('offset'), 0);
  if (offset === undefined) return badParameter('offset', 'a whole number from 0');
  return { limit, offset };
}

export function badParameter(name: string, expected: string): Answer {
  const message = `expected ${expected}`;
  return problem(400, `${name}: ${message}`, { details: [{ path: name, message }] });
}
