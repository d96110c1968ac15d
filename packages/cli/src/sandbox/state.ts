import { reasonOf } from 'sequenzy-contract';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';

export interface StateChoice {
  /** Default: SEQUENZY_STATE_DIR, else the platform's place for data. */
  readonly stateDir?: string;
  /** What a private sandbox is told is forgotten with it. */
  readonly sandbox?: true;
}

/** Does work with the state folder that was named, or with one for a private sandbox, which is taken away again. */
export async function withState<Result>(
  { stateDir, sandbox }: StateChoice,
  work: (stateDir: string | undefined) => Promise<Result>,
): Promise<Result> {
  if (sandbox !== true) return work(stateDir);
  const { folder, close } = await temporaryFolder();
  try {
    return await work(folder);
  } finally {
    close();
  }
}

async function temporaryFolder(): Promise<{ readonly folder: string; readonly close: () => void }> {
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
