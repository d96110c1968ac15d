import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from 'sequenzy-contract';
import { runFeeds } from 'sequenzy-jobs';
import type { Sandbox } from 'sequenzy-sandbox';
import { longForm, tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { productsCsv, serveSandbox } from '../cli/cli-process.ts';
import { Shop } from './shop.ts';

const size = longForm
  ? { customers: 2000, orders: 10_000, aNight: 500 }
  : { customers: 12, orders: 24, aNight: 8 };
const nights = 5;

/** Runs a feed on the night after each day, with what the shop has exported. */
async function simulate(
  feed: string,
  exportTo: (folder: string, shop: Shop) => Promise<void>,
  /** Options of the first night, which brings the history. */
  first: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly shop: Shop; readonly sandbox: Sandbox; readonly wrong: number[] }> {
  const folder = await tempFolder();
  await mkdir(join(folder, 'exports'));
  const { sandbox, url } = await serveSandbox({ record: 'all' });
  const config = `stateDir: state\ncompanies:\n  acme:\n    key: env:KEY\n    baseUrl: ${url}\n    rate: off\n    feeds:\n      it:\n${feed.replace(/^/gm, '        ')}\n`;
  await writeFile(join(folder, 'sequenzy.config.yaml'), config);
  const shop = new Shop(size);
  const wrong: number[] = [];
  for (let night = 0; night <= nights; night += 1) {
    await exportTo(folder, shop);
    const clock = { ...systemClock, now: () => shop.now };
    const env = { KEY: 'seq_live_sandbox', SEQUENZY_QUOTA_DIR: join(folder, 'quota') };
    const { feeds, exitCode } = await runFeeds(
      { config: join(folder, 'sequenzy.config.yaml'), given: night === 0 ? first : {} },
      { clock, env },
    );
    expect([exitCode, feeds[0]?.stoppedBy]).toEqual([0, null]);
    wrong.push(wrongTotals(shop, sandbox).length);
    shop.nextDay(size.aNight);
  }
  return { shop, sandbox, wrong };
}

function wrongTotals(shop: Shop, sandbox: Sandbox): readonly string[] {
  const wrong = [...shop.totals()].filter(([email, { count, cents }]) => {
    const { ordersCount, ltv } = sandbox.subscribers.get(email)?.customAttributes ?? {};
    return ordersCount !== count || Math.round(Number(ltv) * 100) !== cents;
  });
  return wrong.map(([email]) => email);
}

/** Events of one order and one kind that came more than once. */
function firedTwice({ events }: Sandbox): readonly string[] {
  const seen = new Set<string>();
  return events.flatMap(({ name, properties }) => {
    const key = `${name} ${String(properties['orderId'])}`;
    if (seen.has(key)) return [key];
    seen.add(key);
    return [];
  });
}

const noneWrong = Array.from({ length: nights + 1 }, () => 0);

function dated(shop: Shop): string {
  return `exports/orders-${String(shop.day).padStart(3, '0')}.csv`;
}

/** The file of the day: what is new or changed. Earlier files are kept. */
const keepAll = (folder: string, shop: Shop): Promise<void> =>
  writeFile(join(folder, dated(shop)), shop.exported(shop.day === 60 ? 0 : shop.day));

it('all files kept, the oldest first: five nights without a wrong total or an event fired twice', async () => {
  const feed = 'command: orders backfill\nfiles: exports/orders-*.csv\ntotals: computed\nyes: true';
  const { sandbox, wrong } = await simulate(feed, keepAll);
  expect({ wrong, twice: firedTwice(sandbox) }).toEqual({ wrong: noneWrong, twice: [] });
  expect(sandbox.events.length).toBeGreaterThan(size.orders + nights * size.aNight);
  expect(sandbox.events.every(({ properties }) => properties['backfill'] === true)).toBe(true);
}, 300_000);

it('a window of two weeks with the totals of the customer export: the same', async () => {
  const feed =
    'command: orders backfill\nfiles: orders.csv\ntotalsFrom: customers.csv\nsince: 14d\nyes: true';
  const exportTo = async (folder: string, shop: Shop): Promise<void> => {
    const from = shop.day === 60 ? 0 : shop.day - 13;
    await writeFile(join(folder, 'orders.csv'), shop.exported(from, 'created'));
    await writeFile(join(folder, 'customers.csv'), shop.customers());
  };
  const { sandbox, wrong } = await simulate(feed, exportTo, { since: '2020-01-01' });
  expect({ wrong, twice: firedTwice(sandbox) }).toEqual({ wrong: noneWrong, twice: [] });
}, 300_000);

it.runIf(longForm)(
  'new orders without the mark that tells them from a backfill: the same',
  async () => {
    const feed =
      'command: orders backfill\nfiles: exports/orders-*.csv\ntotals: computed\nyes: true\nmark: false';
    const { sandbox, wrong } = await simulate(feed, keepAll);
    expect({ wrong, twice: firedTwice(sandbox) }).toEqual({ wrong: noneWrong, twice: [] });
    expect(sandbox.events.some(({ properties }) => 'backfill' in properties)).toBe(false);
  },
  300_000,
);

it('a catalog with prune and guards: what Sequenzy holds is what the shop exports', async () => {
  const feed =
    'command: catalog sync\nfiles: products.csv\nprune: true\nmaxDelete: 20%\nmaxRestocks: 5\nminProducts: 10\nyes: true';
  let night = 0;
  const { sandbox } = await simulate(feed, async (folder, shop) => {
    night = shop.day - 60;
    await writeFile(join(folder, 'products.csv'), productsCsv(40, night));
  });
  const held = [...sandbox.products].map(({ productId }) => productId).sort();
  const expected = Array.from({ length: 40 }, (_, at) => `p-${String(at + night)}`).sort();
  expect(held).toEqual(expected);
}, 300_000);
