import { json, type Answer } from '../../../http/answer.ts';
import { field } from '../../../http/field.ts';
import { wholeNumber } from '../../../http/query.ts';
import { invalidField } from '../problem.ts';
import type { ProductRecord } from '../store/records.ts';
import type { FanfareCall, FanfareEndpoint } from './endpoint.ts';
import { showIncluded } from './include.ts';

const defaultCount = 20;
const mostCount = 100;

/**
 * `GET /products?include=variants,mediaAssets`: in order of creation, without variants and media assets unless included
 * (assumed). With the dialect's `cursor`: `first` or `last` at most 100 of `after` or `before` a cursor.
 *
 * Source: docs.fanfare.io/api/pagination. That 20 is the default is documented for consumers and assumed for products.
 */
export const listProducts: FanfareEndpoint = { method: 'GET', path: '/products', answer: list };

function list(call: FanfareCall): Answer {
  const { organization, dialect } = call;
  const listed = [...organization.products].filter(
    (record) => dialect.archived === 'listed' || !record.archived,
  );
  return dialect.paging === 'none'
    ? json(
        200,
        listed.map((record) => showIncluded(record, call, [])),
      )
    : page(listed, call);
}

function page(listed: readonly ProductRecord[], call: FanfareCall): Answer {
  const { query } = call;
  const backward = query.has('before') || query.has('last');
  // A count that goes with the other direction is a count all the same.
  const counted = backward && query.has('last') ? 'last' : 'first';
  const count = wholeNumber(query.get(counted), defaultCount);
  if (count === undefined || count < 1 || count > mostCount) {
    return invalidField(counted, `expected a whole number from 1 to ${mostCount}`);
  }
  const after = placeOf('after', 0, call);
  if (after === undefined) return invalidField('after', 'expected a cursor of this list');
  const before = placeOf('before', Number.POSITIVE_INFINITY, call);
  if (before === undefined) return invalidField('before', 'expected a cursor of this list');
  const within = listed.filter(({ number }) => number > after && number < before);
  const records = backward ? within.slice(-count) : within.slice(0, count);
  const pageInfo = { startCursor: cursorOf(records.at(0)), endCursor: cursorOf(records.at(-1)) };
  return json(200, { data: records.map((record) => showIncluded(record, call, [])), pageInfo });
}

function cursorOf(record: ProductRecord | undefined): string | null {
  return record === undefined ? null : btoa(JSON.stringify({ id: record.id }));
}

/** Where a cursor points to; `undefined` for one that was never handed out. */
function placeOf(
  name: 'after' | 'before',
  fallback: number,
  { query, organization }: FanfareCall,
): number | undefined {
  const cursor = query.get(name);
  if (cursor === null) return fallback;
  const record = organization.products.find(idIn(cursor));
  return cursorOf(record) === cursor ? record?.number : undefined;
}

function idIn(cursor: string): string {
  try {
    return String(field(JSON.parse(atob(cursor)), 'id'));
  } catch {
    return '';
  }
}
