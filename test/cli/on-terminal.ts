import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { onTestFinished } from 'vitest';
import { bin, stateOf } from './cli-process.ts';

/** Whether there is `script` of util-linux. */
export const hasTerminal = spawnSync('script', ['--version']).status === 0;

/** What is typed when the text stands on the screen. */
export type Answer = readonly [question: string, keys: string];

export interface Seen {
  readonly status: number;
  readonly screen: string;
}

/** Runs it on a pseudo terminal; the questions are answered one after the other. */
export async function onTerminal(
  command: string,
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
  ...answers: readonly Answer[]
): Promise<Seen> {
  const child = spawn('script', ['-qefc', `node ${bin} ${command}`, '/dev/null'], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      TERM: 'xterm',
      SEQUENZY_STATE_DIR: stateOf(cwd),
      SEQUENZY_QUOTA_DIR: `${stateOf(cwd)}/quota`,
      ...env,
    },
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await rm(stateOf(cwd), { recursive: true, force: true });
  });
  let screen = '';
  let seen = 0;
  const left = [...answers];
  child.stdout.on('data', (chunk: Buffer) => {
    screen += chunk.toString();
    for (;;) {
      const [next] = left;
      // A question that comes again is another one.
      const at = next === undefined ? -1 : screen.indexOf(next[0], seen);
      if (next === undefined || at < 0) return;
      left.shift();
      seen = at + next[0].length;
      if (next[1] !== '') child.stdin.write(next[1]);
      if (next[1] !== '') return;
    }
  });
  const [status] = (await once(child, 'close')) as [number]; // it was not killed by a signal
  return { status, screen };
}
