import type { Summary } from 'sequenzy-jobs/report/summary.ts';
import { count, duration, number, roughDuration } from './wording.ts';
import {
  type Plan,
  type Restocks,
  type StockPlan,
  mostNamed,
  type Gone,
} from 'sequenzy-jobs/report/plan.ts';

/** `226 products (200 new, 26 changed) in 3 requests, about 1 s at 100 requests a minute; 58 unchanged, 1 rejected` */
export function planLine(plan: Plan): string {
  const { unchanged, rejected, gone } = plan;
  const others = [
    ...(unchanged > 0 ? [`${number(unchanged)} unchanged`] : []),
    ...(rejected > 0 ? [`${number(rejected)} rejected`] : []),
    ...(gone === undefined ? [] : [`${number(gone.count)} to delete`]),
  ];
  return [sendingPart(plan), ...(others.length === 0 ? [] : [others.join(', ')])].join('; ');
}

function sendingPart(plan: Plan): string {
  const { noun, products, requests, milliseconds, requestsPerMinute, created, changed } = plan;
  if (requests === 0) return 'nothing to send';
  const isPlain = changed === 0 || noun === 'row';
  const kinds = isPlain ? '' : ` (${number(created)} new, ${number(changed)} changed)`;
  const pace =
    requestsPerMinute === undefined
      ? 'without a rate limit'
      : `${roughDuration(milliseconds)} at ${count(requestsPerMinute, 'request')} a minute`;
  const reads = plan.stock.requests;
  const parts =
    reads === 0 ? '' : ` (${number(requests)} to send, ${number(reads)} to read products)`;
  const all = count(requests + reads, 'request');
  return `${count(products, noun)}${kinds} in ${all}${parts}, ${pace}`;
}

/** `12 products have no page address; with --store-url https://shop.example they get one` */
export function pagesLine({ withoutPage, canMakePages }: Plan): string {
  const has = withoutPage === 1 ? 'has' : 'have';
  const gets = withoutPage === 1 ? 'it gets one' : 'they get one';
  const advice = canMakePages ? `; with --store-url https://shop.example ${gets}` : '';
  return `${count(withoutPage, 'product')} ${has} no page address${advice}`;
}

/** `1 product and 2 variants come back in stock; Sequenzy will e-mail everyone waiting for them` */
export function restocksLine({ products, variants }: Restocks): string {
  const what = `${count(products, 'product')} and ${count(variants, 'variant')}`;
  return `${what} come back in stock; Sequenzy will e-mail everyone waiting for them`;
}

/** `not in the input for 2 variants of 1 product: the stock in Sequenzy is carried along` */
export function stockLine({ products, variants, unknown }: StockPlan): string {
  const some = count(products, 'product');
  const what = variants === 0 ? some : `${count(variants, 'variant')} of ${some}`;
  if (unknown === undefined)
    return `stock not known for ${what}: a sync reads the stock in Sequenzy and carries it along`;
  const known = `not in the input for ${what}: the stock in Sequenzy is carried along`;
  return unknown === 0
    ? known
    : `${known}; stock not known for ${count(unknown, 'variant')} new to Sequenzy`;
}

/** `not in the input for 30 products: SKU and image of variants; what Sequenzy has is carried along` */
export function fieldsLine({ others, unread, fields, reads }: StockPlan): string {
  const list = new Intl.ListFormat('en').format(fields.map((field) => fieldNames[field]));
  const what = `not in the input for ${count(others, 'product')}: ${list} of variants`;
  if (unread > 0)
    return `${what}; ${unread === others ? 'they' : number(unread)} lose what Sequenzy has, because the key may not read products`;
  return reads === undefined
    ? `${what}; a sync reads what Sequenzy has and carries it along`
    : `${what}; what Sequenzy has is carried along`;
}

const fieldNames: Readonly<Record<StockPlan['fields'][number], string>> = {
  sku: 'SKU',
  priceCents: 'price',
  compareAtPriceCents: 'compare-at price',
  imageUrl: 'image',
  inventoryQuantity: 'quantity',
  options: 'options',
};

/** `12 of 1,000 known products gone from the source: a, b, … and 2 more` */
export function goneLine(gone: Gone): string {
  const of = `${number(gone.count)} of ${count(gone.known, 'known product')}`;
  const { leftOut, ofOtherFeeds } = gone;
  const notes = [
    ...(leftOut === 0 ? [] : [`${number(leftOut)} left out count as gone`]),
    ...(ofOtherFeeds === 0 ? [] : [`${number(ofOtherFeeds)} of other feeds stay`]),
  ];
  const noted = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  return `${of} gone from the source${noted}: ${named(gone)}`;
}

export function deletionQuestion(gone: Gone): string {
  return `Delete ${count(gone.count, 'product')}, gone from the source (${named(gone)})? Files attached to them are lost.`;
}

function named({ productIds, count: all }: Gone): string {
  const names = productIds.slice(0, mostNamed).join(', ');
  return all > mostNamed ? `${names} and ${number(all - mostNamed)} more` : names;
}

/** `200 new, 26 changed, 58 unchanged, 1 rejected, 0 to delete; nothing was sent, 0.4 s` */
export function plannedLine(
  { created, changed, unchanged, rejected, gone }: Plan,
  { durationMs }: Pick<Summary, 'durationMs'>,
): string {
  const figures = [
    `${number(created)} new`,
    `${number(changed)} changed`,
    `${number(unchanged)} unchanged`,
    `${number(rejected)} rejected`,
    `${number(gone?.count ?? 0)} to delete`,
  ];
  return `${figures.join(', ')}; nothing was sent, ${duration(durationMs)}`;
}
