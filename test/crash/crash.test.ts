import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { serveSandbox } from '../cli/cli-process.ts';
import { killUntilDone } from './killing.ts';

/** The long form: SEQUENZY_CRASH_KILLS=200 npx vitest run test/crash */
const kills = Number(process.env['SEQUENZY_CRASH_KILLS'] ?? 8);
const seed = Number(process.env['SEQUENZY_CRASH_SEED'] ?? 1);

it(
  `loses nothing and sends nothing twice, killed ${String(kills)} times at random moments`,
  async () => {
    const { sandbox, url } = await serveSandbox({ record: 'all', latency: [30, 200], seed });
    const cwd = await tempFolder();
    const figures = await killUntilDone({ sandbox, url, cwd, seed, kills, within: 2500 });
    process.stdout.write(`crash suite, seed ${String(seed)}: ${JSON.stringify(figures)}\n`);
    expect(figures).toMatchObject({ kills, lost: 0, sentTwice: 0, unreadable: 0 });
  },
  60_000 + kills * 10_000,
);
