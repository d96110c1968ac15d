import { json, type Answer } from '../../http/answer.ts';
import type { ProblemExtras } from '../../http/problem.ts';

/** Failures come with status 200, as everything does but a refused pace and a server that is down. */
export function checkoutchampProblem(
  status: number,
  message: string,
  { headers = {} }: ProblemExtras = {},
): Answer {
  const isHttp = status === 404 || status === 405 || status === 429 || status >= 500;
  return json(isHttp ? status : 200, { result: 'ERROR', message }, headers);
}

export function failed(message: string | Readonly<Record<string, string>>): Answer {
  return json(200, { result: 'ERROR', message });
}

export function succeeded(message: object): Answer {
  return json(200, { result: 'SUCCESS', message });
}
