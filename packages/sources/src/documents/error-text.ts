import { shownJson } from './shown.ts';

/** What an API's answer gives as the reason of a failure, as text. */
export function errorText(reason: unknown, otherwise = 'no reason is given'): string {
  if (typeof reason === 'string') return reason.trim() || otherwise;
  return reason === undefined || reason === null ? otherwise : shownJson(reason);
}
