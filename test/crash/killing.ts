import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCli, type Run } from '../cli/cli-process.ts';
import { deliveriesTo } from './deliveries.ts';
import { seeded } from './random.ts';
import { Round, type Place } from './round.ts';

/** Loads, one after the other, delivered by a program that is killed again and again until it gets through. */
export interface Ordeal extends Place {
  readonly url: string;
  readonly seed: number;
  readonly kills: number;
  /** The longest time from a run's first request to its end, in milliseconds. */
  readonly within: number;
  /** The command that starts the program. Default: none. */
  readonly by?: readonly string[];
}

/** What came of it. `lost`, `sentTwice` and `unreadable` have to be 0. */
export interface Figures {
  readonly kills: number;
  readonly rounds: number;
  readonly records: number;
  /** What the server does not have as the file has it, although the program said it was done. */
  readonly lost: number;
  /** Records that were delivered again although no kill had left them in doubt. */
  readonly sentTwice: number;
  /** Runs that ended with an error, and lines of the ledger that are damaged. */
  readonly unreadable: number;
  /** Records that were delivered again because a kill had left them in doubt: safe, they are idempotent. */
  readonly replayed: number;
}

export async function killUntilDone(ordeal: Ordeal): Promise<Figures> {
  const { sandbox, cwd, load } = ordeal;
  const random = seeded(ordeal.seed);
  const { exitCodes = [0] } = load;
  let figures = nothingYet;
  for (let number = 0; figures.kills < ordeal.kills; number += 1) {
    await writeFile(join(cwd, load.file), load.contentOf(number));
    load.prepare?.(sandbox);
    const isLeftAlone = number === 0 && load.firstIsLeftAlone === true;
    const round = await Round.begin(ordeal);
    let { kills, unreadable } = figures;
    for (;;) {
      const from = deliveriesTo(sandbox, load).length;
      const run = await attempt(
        ordeal,
        isLeftAlone || kills >= ordeal.kills ? undefined : random() * ordeal.within,
      );
      if (run !== undefined && exitCodes.includes(run.exitCode)) break;
      if (run !== undefined) throw new Error(`A run could not carry on: ${JSON.stringify(run)}`);
      kills += 1;
      unreadable += await round.killed(from);
    }
    const { replayed, sentTwice } = round.repeats();
    figures = {
      kills,
      unreadable,
      rounds: figures.rounds + 1,
      records: figures.records + load.records,
      lost: figures.lost + load.differingFrom(sandbox, number),
      sentTwice: figures.sentTwice + sentTwice,
      replayed: figures.replayed + replayed,
    };
  }
  return figures;
}

const nothingYet: Figures = {
  kills: 0,
  rounds: 0,
  records: 0,
  lost: 0,
  sentTwice: 0,
  unreadable: 0,
  replayed: 0,
};

/** Undefined when it was killed before it was done. */
async function attempt(
  { sandbox, cwd, url, load, by = [] }: Ordeal,
  killAfter: number | undefined,
): Promise<Run | undefined> {
  const before = sandbox.requests.length;
  const running = startCli([...load.args, '--json'], { cwd, url, by });
  const { process: child } = running;
  if (killAfter !== undefined) {
    const isOver = running.done.then(() => true);
    const moment = async (milliseconds: number): Promise<boolean> =>
      Promise.race([sleep(milliseconds, false), isOver]);
    while (sandbox.requests.length === before && !(await moment(5)));
    await moment(killAfter);
    child.kill('SIGKILL');
  }
  const run = await running.done;
  if (child.signalCode === null) return run;
  await sleep(50); // what had left still arrives
  return undefined;
}
