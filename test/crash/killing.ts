import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from 'sequenzy-sandbox';
import { startCli, type Run } from '../cli/cli-process.ts';
import { catalogOf, differingFrom, productsPerRound } from './catalog.ts';
import { deliveriesTo } from './deliveries.ts';
import { seeded } from './random.ts';
import { concurrency, Round } from './round.ts';

/** Catalogs, one after the other, synced by a program that is killed again and again until it gets through. */
export interface Ordeal {
  readonly sandbox: Sandbox;
  readonly url: string;
  readonly cwd: string;
  readonly seed: number;
  readonly kills: number;
  /** The longest time from start to kill, in milliseconds. */
  readonly within: number;
}

/** What came of it. `lost`, `sentTwice` and `unreadable` have to be 0. */
export interface Figures {
  readonly kills: number;
  readonly rounds: number;
  readonly products: number;
  /** Products the server does not have as the file has them, although the program said it was done. */
  readonly lost: number;
  /** Products that were delivered again although no kill had left them in doubt. */
  readonly sentTwice: number;
  /** Runs that ended with an error, and lines of the ledger that are damaged. */
  readonly unreadable: number;
  /** Products that were delivered again because a kill had left them in doubt: safe, an upsert is idempotent. */
  readonly replayed: number;
}

export async function killUntilDone(ordeal: Ordeal): Promise<Figures> {
  const { sandbox, cwd } = ordeal;
  const random = seeded(ordeal.seed);
  let figures = nothingYet;
  for (let number = 0; figures.kills < ordeal.kills; number += 1) {
    await writeFile(join(cwd, 'products.csv'), catalogOf(number));
    const round = await Round.begin(sandbox, cwd);
    let { kills, unreadable } = figures;
    for (;;) {
      const from = deliveriesTo(sandbox).length;
      const run = await attempt(
        ordeal,
        kills < ordeal.kills ? random() * ordeal.within : undefined,
      );
      if (run?.exitCode === 0) break;
      if (run !== undefined) throw new Error(`A run could not carry on: ${JSON.stringify(run)}`);
      kills += 1;
      unreadable += await round.killed(from);
    }
    const { replayed, sentTwice } = round.repeats();
    figures = {
      kills,
      unreadable,
      rounds: figures.rounds + 1,
      products: figures.products + productsPerRound,
      lost: figures.lost + differingFrom(sandbox, number),
      sentTwice: figures.sentTwice + sentTwice,
      replayed: figures.replayed + replayed,
    };
  }
  return figures;
}

const nothingYet: Figures = {
  kills: 0,
  rounds: 0,
  products: 0,
  lost: 0,
  sentTwice: 0,
  unreadable: 0,
  replayed: 0,
};

const args = ['catalog', 'sync', 'products.csv', '--rate', 'off', '--json'];

/** Undefined when it was killed before it was done. */
async function attempt(
  { cwd, url }: Ordeal,
  killAfter: number | undefined,
): Promise<Run | undefined> {
  const running = startCli([...args, '--concurrency', String(concurrency)], { cwd, url });
  const { process: child } = running;
  if (killAfter !== undefined) {
    await Promise.race([sleep(killAfter), running.done]);
    child.kill('SIGKILL');
  }
  const run = await running.done;
  if (child.signalCode === null) return run;
  await sleep(50); // what had left still arrives
  return undefined;
}
