import type { Answer } from '../../../http/answer.ts';
import { failed, succeeded } from '../answers.ts';
import type { Trouble } from '../options.ts';
import { countOf } from './form.ts';

/** More than that is taken for that. */
const mostPerPage = 200;
const usualPerPage = 25;

/** One page of rows by its number. Rows move while a client goes through the pages, and totals are wrong, as often as asked. */
export function pageOf<Row>(
  rows: readonly Row[],
  form: URLSearchParams,
  { noun, trouble, show }: PageMeans<Row>,
): Answer {
  const page = countOf(form, 'page', 1);
  const resultsPerPage = Math.min(mostPerPage, countOf(form, 'resultsPerPage', usualPerPage));
  const from = (page - 1) * resultsPerPage;
  const shown = moved(rows, page, trouble).slice(from, from + resultsPerPage);
  if (shown.length === 0) return failed(`No ${noun} matching those parameters could be found`);
  const totalResults = rows.length + (strikes(trouble, 'wrongTotals') ? 1 : 0);
  return succeeded({ totalResults, resultsPerPage, page, data: show(shown) });
}

interface PageMeans<Row> {
  /** `orders` */
  readonly noun: string;
  readonly trouble: Trouble;
  readonly show: (rows: readonly Row[]) => object;
}

/** Behind the first page, the first row has gone to the end: each page begins one row too late. */
function moved<Row>(rows: readonly Row[], page: number, trouble: Trouble): readonly Row[] {
  if (page === 1 || !strikes(trouble, 'movedRows')) return rows;
  return [...rows.slice(1), ...rows.slice(0, 1)];
}

function strikes(trouble: Trouble, kind: keyof Trouble): boolean {
  if (trouble[kind] <= 0) return false;
  trouble[kind] -= 1;
  return true;
}
