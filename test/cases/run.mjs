// node test/cases/run.mjs <folder> [option…]: what becomes of every file of a folder, each in a sandbox of its own.
// Files below a folder named "orders" are backfilled, all others are synced as products. Options go to the command.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { createSandbox } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';

const cli = join(import.meta.dirname, '../../packages/cli/dist/bin.js');
const mostShown = 6;

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node test/cases/run.mjs <folder> [option…]');
  process.exit(2);
}
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/^README|^INDEX|^\./.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .toSorted();

for (const file of files) {
  const name = relative(folder, file);
  const isOrders = /(^|[/\\])orders[/\\]/.test(file);
  const sandbox = createSandbox();
  const { report, complaint } = await run(isOrders ? backfill(file) : sync(file), sandbox);
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

/** The document a command prints, or the first line of what it complains about. */
async function run(command, sandbox) {
  const server = await listen(sandbox);
  const state = mkdtempSync(join(tmpdir(), 'sequenzy-case-'));
  // The last --currency counts, so options may name another one.
  const args = [
    cli,
    ...command,
    ...options,
    '--rate',
    'off',
    '--json',
    '--rejects',
    join(state, 'rejects'),
  ];
  const env = {
    PATH: process.env.PATH,
    SEQUENZY_API_KEY: 'seq_live_sandbox',
    SEQUENZY_API_URL: server.url,
    SEQUENZY_STATE_DIR: state,
    SEQUENZY_QUOTA_DIR: `${state}/quota`,
  };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await server.close();
  rmSync(state, { recursive: true });
  const complaint = stderr.split('\n').find((line) => line.startsWith('error')) ?? stderr.trim();
  return { report: stdout === '' ? undefined : JSON.parse(stdout), complaint };
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
