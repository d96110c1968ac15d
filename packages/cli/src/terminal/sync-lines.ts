import type { Catalog } from 'sequenzy-sources';
import type { Alike, Reject } from 'sequenzy-jobs/report/reject.ts';
import { placeText, sentenceOf } from 'sequenzy-jobs/report/reject.ts';
import type { Summary } from 'sequenzy-jobs/report/summary.ts';
import { count, duration, number } from './wording.ts';
import type { Plan } from 'sequenzy-jobs/report/plan.ts';

type Opened = Pick<Catalog, 'files' | 'source' | 'counts'>;

/** `products.csv`, `3 files` */
export function filesLabel(files: readonly string[]): string {
  const [only = 'nothing', ...others] = files;
  return others.length === 0 ? (only.split(/[/\\]/).pop() ?? only) : count(files.length, 'file');
}

/** `Shopify product export, 1,399 rows: 284 products, 1,121 variants (58 unpublished left out)` */
export function openedLine({ source, counts }: Opened): string {
  const { rows, products, variants, skipped } = counts;
  const found = [count(products, 'product')];
  if (variants > 0) found.push(count(variants, 'variant'));
  const out = skipped.map(({ reason, products: left }) => `${number(left)} ${reason}`).join(', ');
  const leftOut = out === '' ? '' : ` (${out} left out)`;
  return `${source.label}, ${count(rows, 'row')}: ${found.join(', ')}${leftOut}`;
}

/** `226 accepted, 58 unchanged, 0 rejected, 2 back-in-stock notifications triggered, 1.2 s` */
export function figuresLine(summary: Summary): string {
  const { records, requests, backInStockEventsTriggered, durationMs } = summary;
  const parts = [`${number(records.accepted)} accepted`];
  if (records.unchanged > 0) parts.push(`${number(records.unchanged)} unchanged`);
  parts.push(`${number(records.rejected)} rejected`);
  if (records.unknown > 0) parts.push(`${number(records.unknown)} unknown`);
  if (records.deleted > 0) parts.push(`${number(records.deleted)} deleted`);
  if (records.notAttempted > 0) parts.push(`${number(records.notAttempted)} not attempted`);
  if (requests.retried > 0) parts.push(count(requests.retried, 'retry', 'retries'));
  if (requests.rateLimited > 0) parts.push(`${number(requests.rateLimited)} rate limited`);
  const restocks = count(backInStockEventsTriggered, 'back-in-stock notification');
  return [...parts, `${restocks} triggered`, duration(durationMs)].join(', ');
}

/** `226 valid, 3 rejected, nothing was sent, 0.4 s` */
export function checkedLine({ records, durationMs }: Summary, plan: Plan): string {
  const rejected = `${number(records.rejected)} rejected`;
  return `${number(plan.products)} valid, ${rejected}, nothing was sent, ${duration(durationMs)}`;
}

/** `products.csv:17  tee-1  Variant Price: "12,5" is … (and 11 more: 18, 19, 21, …)`, one line a reason. */
export function rejectLines({ productId, reasons, alike, ...place }: Reject): string[] {
  const none = { ...place, message: '', column: null, value: null };
  const all = reasons.length > 0 ? reasons : [none];
  const more = alike === undefined ? '' : ` ${alikeText(alike)}`;
  return all.map((reason) => {
    const product = productId === null ? '' : `${productId}  `;
    return `${placeText(reason)}  ${product}${sentenceOf(reason)}${more}`;
  });
}

/** `(and 11 more: 18, 19, 21, …)`: lines of the same file. */
function alikeText({ count: all, places }: Alike): string {
  const open = all > places.length ? ', …' : '';
  return `(and ${number(all)} more: ${places.join(', ')}${open})`;
}
