import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStateFolder } from 'sequenzy-jobs/state/state-folder.ts';
import { reasonOf } from 'sequenzy-jobs/report/system-error.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import type { Io } from '../terminal/io.ts';

/** Where ledgers and the records of runs are kept. */
export interface State {
  readonly folder: string;
  /** Takes a private sandbox's folder away again. */
  close(): void;
}

export interface StateChoice {
  /** Default: SEQUENZY_STATE_DIR, else the platform's place for data. */
  readonly stateDir?: string;
  /** What a private sandbox is told is forgotten with it. */
  readonly sandbox?: true;
}

/** @throws {UserError} when the folder cannot be used. Nothing has been sent then. */
export async function openState(choice: StateChoice, env: Io['env']): Promise<State> {
  if (choice.sandbox === true) return temporaryState();
  return { folder: await openStateFolder(choice, env), close: () => undefined };
}

async function temporaryState(): Promise<State> {
  const folder = await mkdtemp(join(tmpdir(), 'sequenzy-cli-')).catch((error: unknown) => {
    const message = `The folder of temporary files ${tmpdir()} cannot be used: ${reasonOf(error)}`;
    throw new UserError('temporary-folder', message, 'Set TMPDIR to a folder with room.');
  });
  const close = (): void => {
    rmSync(folder, { recursive: true, force: true });
    process.off('exit', close);
  };
  process.once('exit', close);
  return { folder, close };
}
