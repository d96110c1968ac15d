import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stateOf } from './cli-process.ts';

/** Says once what a test needs and does not find; `.ci/run` installs it, and refuses to go without. */
export function hasProgram(name: string, ...version: readonly string[]): boolean {
  if (spawnSync(name, version).status === 0) return true;
  if (process.env['SEQUENZY_TEST_SERVICES'] === 'required') throw new Error(`${name} is missing`);
  process.stderr.write(
    `left out: tests with ${name}, which is not installed (apt-get install ${name})\n`,
  );
  return false;
}

export const hasTmux = hasProgram('tmux', '-V');

export interface Terminal {
  /** Types a text, and keys by their names in tmux: `Enter`, `Tab`, `C-c`. */
  type(text: string, ...keys: readonly string[]): void;
  /** The lines that can be seen, without empty ones at the end. */
  screen(): string;
  /** The same with the colours, as escape sequences. */
  coloured(): string;
  /** The screen as soon as the text stands on it. */
  until(text: string | RegExp): Promise<string>;
}

/** A terminal of so many columns that runs a command. */
export function openTerminal(
  command: string,
  {
    cwd,
    columns = 80,
    rows = 40,
    env = {},
  }: {
    readonly cwd: string;
    readonly columns?: number;
    readonly rows?: number;
    readonly env?: Readonly<Record<string, string>>;
  },
): Terminal {
  const folder = mkdtempSync(join(tmpdir(), 'tmux-'));
  const all: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    LANG: 'C.UTF-8',
    SHELL: '/bin/sh',
    SEQUENZY_STATE_DIR: stateOf(cwd),
    SEQUENZY_QUOTA_DIR: `${stateOf(cwd)}/quota`,
    ...env,
  };
  const tmux = (...words: readonly string[]): string =>
    execFileSync('tmux', ['-S', join(folder, 'socket'), '-f', '/dev/null', ...words], {
      env: { ...all, TERM: 'xterm-256color' },
      encoding: 'utf8',
    });
  const size = ['-x', String(columns), '-y', String(rows)];
  tmux('new-session', '-d', ...size, '-c', cwd, command, ';', 'set', '-g', 'remain-on-exit', 'on');
  onTestFinished(() => {
    tmux('kill-server');
    rmSync(folder, { recursive: true, force: true });
    rmSync(stateOf(cwd), { recursive: true, force: true });
  });
  const screen = (): string => tmux('capture-pane', '-p').trimEnd();
  return {
    type(text, ...keys) {
      if (text !== '') tmux('send-keys', '-l', '--', text);
      if (keys.length > 0) tmux('send-keys', ...keys);
    },
    screen,
    coloured: () => tmux('capture-pane', '-p', '-e').trimEnd(),
    async until(text) {
      for (let tries = 0; tries < 600; tries += 1) {
        const seen = screen();
        if (typeof text === 'string' ? seen.includes(text) : text.test(seen)) return seen;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`"${String(text)}" did not appear:\n${screen()}`);
    },
  };
}
