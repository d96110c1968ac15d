import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { serveSandbox } from '../cli/cli-process.ts';
import { catalog } from './catalog.ts';
import { killUntilDone } from './killing.ts';
import { history } from './orders.ts';

/** The long form: SEQUENZY_CRASH_KILLS=200 npx vitest run test/crash */
const kills = Number(process.env['SEQUENZY_CRASH_KILLS'] ?? 8);
const seed = Number(process.env['SEQUENZY_CRASH_SEED'] ?? 1);

it.each([
  { name: 'a catalog sync', load: catalog, latency: [30, 200] },
  { name: 'an orders backfill', load: history, latency: [5, 60] },
] as const)(
  `$name loses nothing and sends nothing twice, killed ${String(kills)} times at random moments`,
  async ({ name, load, latency }) => {
    const { sandbox, url } = await serveSandbox({ record: 'all', latency: [...latency], seed });
    const cwd = await tempFolder();
    const ordeal = { sandbox, url, cwd, load, seed, kills, within: 2500 };
    const figures = await killUntilDone(ordeal);
    process.stdout.write(`${name}, seed ${String(seed)}: ${JSON.stringify(figures)}\n`);
    expect(figures).toMatchObject({ kills, lost: 0, sentTwice: 0, unreadable: 0 });
  },
  60_000 + kills * 10_000,
);
