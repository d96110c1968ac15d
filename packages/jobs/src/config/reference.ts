import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reasonOf } from 'sequenzy-contract';
import { UserError } from '../report/user-error.ts';
import type { Env } from '../state/data-folder.ts';

/** Milliseconds a command may take: a password manager may have to be unlocked. */
const longestCommand = 60_000;

interface Surroundings {
  readonly env: Env;
  /** Where relative paths begin, and where a command is run. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The secret behind `env:NAME`, `file:path` or `command:pass show shop`, without blanks at its ends. A command is run by
 * the shell.
 *
 * @param of What it is for, in messages: `companies.acme.key`.
 * @throws {UserError} There is none.
 */
export async function secretOf(
  reference: string,
  of: string,
  surroundings: Surroundings,
): Promise<string> {
  const { kind, rest } = partsOf(reference);
  const secret = (await readers[kind](rest, of, surroundings)).trim();
  if (secret !== '') return secret;
  throw new UserError('missing-key', `${of}: ${shownReference(reference)} is empty`);
}

/** Whether it is there, as far as that can be known without running anything. */
export async function isThere(reference: string, surroundings: Surroundings): Promise<boolean> {
  const { kind, rest } = partsOf(reference);
  if (kind === 'env') return (surroundings.env[rest]?.trim() ?? '') !== '';
  if (kind === 'command') return true;
  return access(resolve(surroundings.folder, rest)).then(
    () => true,
    () => false,
  );
}

/** How it is told: of a command only that it is one, since there may be secrets in it. */
function shownReference(reference: string): string {
  const { kind } = partsOf(reference);
  return kind === 'command' ? 'the command' : reference;
}

type Kind = 'env' | 'file' | 'command';

function partsOf(reference: string): { readonly kind: Kind; readonly rest: string } {
  const [, kind = '', rest = ''] = /^(env|file|command):\s*(.*)$/s.exec(reference) ?? [];
  return { kind: kind as Kind, rest: rest.trim() }; // the schema lets only these pass
}

type Reader = (rest: string, of: string, surroundings: Surroundings) => Promise<string>;

const readers: Readonly<Record<Kind, Reader>> = {
  env(name, of, { env }) {
    const value = env[name];
    if (value !== undefined) return Promise.resolve(value);
    throw new UserError('missing-key', `${of}: the variable ${name} is not set`);
  },
  async file(path, of, { folder }) {
    const file = resolve(folder, path);
    try {
      return await readFile(file, 'utf8');
    } catch (error) {
      throw new UserError('unreadable-key', `${of}: ${file} cannot be read (${reasonOf(error)})`);
    }
  },
  command: (command, of, { env, folder, signal }) =>
    new Promise((found, fail) => {
      const options = { cwd: folder, env, shell: true, timeout: longestCommand, signal } as const;
      execFile(command, options, (error, stdout) => {
        if (error === null) found(stdout);
        else if (signal?.aborted === true) fail(signal.reason as Error);
        else {
          // Neither the command nor what it has printed is shown: there may be secrets in both.
          const ended =
            typeof error.code === 'number' ? `ended with ${String(error.code)}` : 'failed';
          fail(new UserError('missing-key', `${of}: the command ${ended}`));
        }
      });
    }),
};
