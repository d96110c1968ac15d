import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCli, type Running } from '../cli/cli-process.ts';

export interface RelayPlace {
  readonly cwd: string;
  /** Origin of the API. */
  readonly api: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Default: true, only troubles are told. */
  readonly isQuiet?: boolean;
}

/** A relay as a process of its own. */
export interface RunningRelay {
  readonly url: string;
  readonly running: Running;
  /** As SIGKILL leaves it. */
  kill(): Promise<void>;
}

export const secret = 'a-long-shared-secret';

/** Writes the secret where the command line wants it. */
export async function secretFile(cwd: string): Promise<string> {
  const file = join(cwd, 'secret');
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  return file;
}

/** Starts it, and resolves once it listens. */
export async function startRelay(place: RelayPlace): Promise<RunningRelay> {
  const { cwd, api, args, env = {}, isQuiet = true } = place;
  const quiet = isQuiet ? ['--quiet'] : [];
  const running = startCli(
    ['relay', ...args, '--port', '0', '--host', '127.0.0.1', '--json', ...quiet],
    {
      cwd,
      url: api,
      env,
    },
  );
  const { stdout } = running.process;
  if (stdout === null) throw new Error('its output is piped');
  const listening = new Promise<string>((resolve) => {
    stdout.once('data', (chunk: Buffer) => {
      resolve(chunk.toString());
    });
  });
  const ended = running.done.then((run) => {
    throw new Error(`It ended too early: ${JSON.stringify(run)}`);
  });
  const text = await Promise.race([listening, ended]);
  ended.catch(() => undefined); // from now on it may end
  const { url } = JSON.parse(text) as { url: string }; // what the command line prints
  return {
    url,
    running,
    kill: async () => {
      running.process.kill('SIGKILL');
      await running.done.catch(() => undefined);
    },
  };
}

/** One metric of a relay. */
export async function metricOf(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = new RegExp(`^sequenzy_relay_${name}(?:\\{[^}]*\\})? (.*)$`, 'm').exec(text);
  return Number(line?.[1] ?? NaN);
}

/** Resolves when nothing waits any more. */
export async function drained(url: string, within: number): Promise<void> {
  const until = performance.now() + within;
  while ((await metricOf(url, 'waiting')) > 0) {
    if (performance.now() > until) throw new Error('it does not get through');
    await sleep(50);
  }
}
