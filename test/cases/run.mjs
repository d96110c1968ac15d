// node test/cases/run.mjs <folder> [option…]: what becomes of every file of a folder, each in a sandbox of its own.
// Files below a folder named "orders" are backfilled, all others are synced as products. Options go to the command.
import { relative } from 'node:path';
import { filesIn, runOnce } from './run-once.mjs';

const mostShown = 6;

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node test/cases/run.mjs <folder> [option…]');
  process.exit(2);
}
for (const file of filesIn(folder)) {
  const name = relative(folder, file);
  const isOrders = /(^|[/\\])orders[/\\]/.test(file);
  // The last --currency counts, so options may name another one.
  const command = [...(isOrders ? backfill(file) : sync(file)), ...options];
  const { report, complaint, sandbox } = await runOnce(command);
  console.log(`${name}\n  ${resultOf(report) ?? complaint}`);
  const figures = isOrders
    ? [...sandbox.orders].map(orderLine)
    : [...sandbox.products].map(productLine);
  for (const line of figures.slice(0, mostShown)) console.log(`  ${line}`);
  if (figures.length > mostShown) console.log(`  and ${figures.length - mostShown} more`);
}

function sync(file) {
  return ['catalog', 'sync', file, '--currency', 'EUR'];
}

function backfill(file) {
  const settled = ['--currency', 'USD', '--timezone', 'UTC', '--totals', 'computed', '--yes'];
  return ['orders', 'backfill', file, ...settled];
}

/** `exit 0 · shopify · read 3, accepted 2, rejected 1 · 1 not paid yet left out` */
function resultOf(report) {
  if (report === undefined) return undefined;
  const { exitCode, source, records, stoppedBy, warnings } = report;
  const counts = Object.entries(records).filter(([, count]) => count > 0);
  const skipped = (source?.skipped ?? []).map(
    (left) => `${left.orders ?? left.products} ${left.reason}`,
  );
  return [
    `exit ${exitCode}`,
    ...(source?.format ? [source.format] : []),
    ...(counts.length === 0 ? [] : [counts.map(([name, count]) => `${name} ${count}`).join(', ')]),
    ...(skipped.length === 0 ? [] : [`left out: ${skipped.join(', ')}`]),
    ...(warnings.length === 0 ? [] : [`warnings ${warnings.length}`]),
    ...(stoppedBy === null ? [] : [stoppedBy.message]),
  ].join(' · ');
}

function orderLine({ orderId, order, statuses }) {
  const { totalCents, currency, refundAmountCents, items } = order;
  const refund = refundAmountCents > 0 ? `, refund ${refundAmountCents}` : '';
  return `${orderId}: ${statuses.at(-1)} ${totalCents} ${currency}${refund}, lines ${items?.length ?? 0}`;
}

function productLine({
  productId,
  priceCents,
  compareAtPriceCents,
  currency,
  inStock,
  url,
  variants,
}) {
  const was = compareAtPriceCents > 0 ? ` was ${compareAtPriceCents}` : '';
  const parts = (variants ?? []).map(
    (one) => `${one.variantId} ${one.priceCents ?? '-'} ${one.inStock ? 'in' : 'out'}`,
  );
  const listed = parts.length === 0 ? '' : `; ${parts.slice(0, mostShown).join(', ')}`;
  return `${productId}: ${priceCents ?? '-'} ${currency ?? ''}${was} ${inStock ? 'in' : 'out'} ${url ?? 'no url'}${listed}`;
}
