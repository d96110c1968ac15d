import { readFile, readdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isOver } from './run-record.ts';

/** A sequence whose enrolment a run has paused, or was about to. */
export interface HeldSequence {
  readonly id: string;
  readonly name: string;
  /** `pausing`: it was about to, and was cut off before it knew. */
  readonly state: 'pausing' | 'paused';
  /** When it asked for that: ISO 8601. */
  readonly askedAt: string;
  /** The server's own mark of the pause, such as its time; null where it gives none. */
  readonly mark: string | null;
}

/** What one company's runs have paused and not yet resumed. */
export interface HeldAutomations {
  readonly version: 1;
  readonly pid: number;
  readonly host: string;
  /** ISO 8601 */
  readonly since: string;
  readonly sequences: readonly HeldSequence[];
}

const name = 'hold.json';

/** Where it is kept: beside the ledger in this folder. */
export function holdFile(folder: string): string {
  return join(folder, name);
}

/**
 * Undefined where nothing is held.
 *
 * @throws {Error} of the system, and a SyntaxError where the file is damaged.
 */
export async function readHeld(file: string): Promise<HeldAutomations | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const held = JSON.parse(text) as Partial<HeldAutomations>; // the fields used are looked at here
  const { version, sequences } = held;
  if (version !== 1 || !Array.isArray(sequences))
    throw new SyntaxError('not a file of this release');
  return held as HeldAutomations; // just checked
}

/** What is held in a state folder, and by whom nobody is in progress any more. */
export async function heldIn(stateFolder: string): Promise<{
  /** Of runs that are over: nobody will resume it by itself. */
  readonly left: readonly HeldSequence[];
  /** Of runs in progress. */
  readonly inUse: readonly HeldSequence[];
}> {
  const folders = await readdir(stateFolder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    folders
      .filter((entry) => entry.isDirectory())
      .map((entry) => readHeld(holdFile(join(stateFolder, entry.name))).catch(() => undefined)),
  );
  const held = found.filter((one) => one !== undefined);
  const isLeft = ({ pid, host }: HeldAutomations): boolean => host === hostname() && isOver(pid);
  return {
    left: held.filter(isLeft).flatMap(({ sequences }) => sequences),
    inUse: held.filter((one) => !isLeft(one)).flatMap(({ sequences }) => sequences),
  };
}

/** `Enrolment of 2 sequences is still paused: Thank you, Refund` */
export function leftSentence(left: readonly Pick<HeldSequence, 'name'>[]): string {
  const many = left.length === 1 ? '1 sequence' : `${String(left.length)} sequences`;
  return `Enrolment of ${many} is still paused by a run that has ended: ${left.map((one) => one.name).join(', ')}`;
}
