import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createSandbox, type Sandbox, type SandboxOptions } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';
import { onTestFinished } from 'vitest';
import { documentIn } from '../documents/validate.ts';

/** The built program. */
export const bin = join(import.meta.dirname, '../../packages/cli/dist/bin.js');

export const key = 'seq_live_sandbox';

export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd: string;
  /** Origin of the API. */
  readonly url?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Standard input stays open, and nothing comes. */
  readonly keepStdin?: true;
  /** The command that starts it, such as `unshare --pid --fork`. Default: none. */
  readonly by?: readonly string[];
}

export interface Running {
  readonly process: ChildProcess;
  readonly done: Promise<Run>;
}

/** Where the runs of one working folder keep their state: beside it, never the user's own. */
export function stateOf(cwd: string): string {
  return `${cwd}-state`;
}

let processes = 0;

/** The built program as a process of its own, with nothing of this one's environment but the path. */
export function startCli(
  args: readonly string[],
  { cwd, url, env, stdin, keepStdin, by = [] }: Surroundings,
): Running {
  const [file = '', ...words] = [...by, process.execPath, bin, ...args];
  const child = spawn(file, words, {
    cwd,
    env: {
      PATH: process.env['PATH'],
      SEQUENZY_STATE_DIR: stateOf(cwd),
      // Its own, so that no test waits for the minute of another command: quota.test.ts is about sharing.
      SEQUENZY_QUOTA_DIR: join(stateOf(cwd), 'quota', String((processes += 1))),
      ...(url === undefined ? {} : { SEQUENZY_API_URL: url, SEQUENZY_API_KEY: key }),
      ...env,
    },
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await rm(stateOf(cwd), { recursive: true, force: true });
  });
  child.stdin.on('error', () => undefined); // it may not be read to its end
  if (keepStdin !== true) child.stdin.end(stdin ?? '');
  const finish = async (): Promise<Run> => {
    const closed = once(child, 'close');
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [exitCode] = (await closed) as [number]; // it was not killed by a signal
    // Whatever a test is about, its documents are as they are published.
    if (args.includes('--json') && stdout !== '') documentIn(stdout);
    return { exitCode, stdout, stderr };
  };
  return { process: child, done: finish() };
}

export function runCli(args: readonly string[], surroundings: Surroundings): Promise<Run> {
  return startCli(args, surroundings).done;
}

/** A sandbox on a real port. */
export async function serveSandbox(
  options: SandboxOptions = {},
): Promise<{ sandbox: Sandbox; url: string }> {
  const sandbox = createSandbox(options);
  const server = await listen(sandbox);
  onTestFinished(() => server.close());
  return { sandbox, url: server.url };
}

/** The requests that carried products, in order. */
export function upserts({ requests }: Sandbox): Sandbox['requests'] {
  return requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/products'));
}

/** Resolves as soon as it holds; throws when the program ends first. */
export async function until(holds: () => boolean, running: Running): Promise<void> {
  let ended: Run | undefined;
  void running.done.then((run) => {
    ended = run;
  });
  while (!holds()) {
    if (ended !== undefined) throw new Error(`It ended too early: ${JSON.stringify(ended)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A product file with so many good products. */
export function productsCsv(count: number, from = 0): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = String(from + index);
    return `p-${number},Product ${number},19.99,USD`;
  });
  return ['productId,title,price,currency', ...rows, ''].join('\n');
}
