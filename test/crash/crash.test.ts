import { longForm, tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { serveSandbox } from '../cli/cli-process.ts';
import { catalog } from './catalog.ts';
import { deletion } from './deletion.ts';
import { backInStock, checkouts, orderEvents } from './events.ts';
import { killUntilDone } from './killing.ts';
import { history, storedHistory } from './orders.ts';
import { pruning } from './pruning.ts';
import { stock } from './stock.ts';

/** In all: SEQUENZY_CRASH_KILLS=200 npx vitest run test/crash */
const kills = Number(process.env['SEQUENZY_CRASH_KILLS'] ?? (longForm ? 40 : 2));
const seed = Number(process.env['SEQUENZY_CRASH_SEED'] ?? 1);

/** Every command that sends something. */
it.each([
  { name: 'catalog sync', load: catalog, latency: [30, 200], within: 1200 },
  { name: 'catalog sync --prune', load: pruning, latency: [10, 60], within: 1000 },
  { name: 'catalog stock', load: stock, latency: [30, 100], within: 800 },
  { name: 'catalog delete', load: deletion, latency: [10, 60], within: 600 },
  { name: 'orders backfill', load: history, latency: [5, 60], within: 2000 },
  { name: 'orders backfill --as-events', load: storedHistory, latency: [5, 60], within: 1200 },
  { name: 'orders push', load: orderEvents, latency: [10, 60], within: 600 },
  { name: 'checkouts track', load: checkouts, latency: [10, 60], within: 600 },
  { name: 'back-in-stock register', load: backInStock, latency: [10, 60], within: 600 },
] as const)(
  `$name loses nothing and sends nothing twice, killed ${String(kills)} times at random moments`,
  async ({ name, load, latency, within }) => {
    const { sandbox, url } = await serveSandbox({ record: 'all', latency: [...latency], seed });
    const cwd = await tempFolder();
    const ordeal = { sandbox, url, cwd, load, seed, kills, within };
    const figures = await killUntilDone(ordeal);
    process.stdout.write(`${name}, seed ${String(seed)}: ${JSON.stringify(figures)}\n`);
    expect(figures).toMatchObject({ kills, lost: 0, sentTwice: 0, unreadable: 0 });
  },
  60_000 + kills * 10_000,
);
