import type { Answer } from '../../../http/answer.ts';
import { failed } from '../answers.ts';

/** The first and the last day that a query is about, as answers write days. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** Whole days of the account; a time behind a day is taken and ignored. */
export function daysOf(form: URLSearchParams): Days | Answer {
  const [first, last] = [dayOf(form.get('startDate')), dayOf(form.get('endDate'))];
  if (first === undefined) return failed({ startDate: 'must be a date as MM/DD/YYYY' });
  if (last === undefined) return failed({ endDate: 'must be a date as MM/DD/YYYY' });
  return { first, last };
}

export function isWithin({ first, last }: Days, time: string): boolean {
  const day = time.slice(0, 10);
  return first <= day && day <= last;
}

function dayOf(text: string | null): string | undefined {
  const [, month = '', day = '', year = ''] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text ?? '') ?? [];
  if (year === '') return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
