import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject } from 'sequenzy-contract';
import type { Validators } from 'sequenzy-sources';
import { AtomicFile } from 'sequenzy-store';

/** The inputs of one complete run. */
export interface RememberedInputs {
  /** When it ended. */
  readonly since: string;
  readonly ledgerFile: string;
  /** Size and time of the ledger when it ended. */
  readonly ledger: string;
  /** What the servers said, in the order of the inputs. */
  readonly validators: readonly Validators[];
}

/** Inputs of so many different runs are kept. */
const mostKept = 100;

/** By the hash of the inputs, the latest last. A file that is missing or damaged knows nothing. */
export async function readInputs(
  folder: string,
  name: string,
): Promise<ReadonlyMap<string, RememberedInputs>> {
  const text = await readFile(fileIn(folder, name), 'utf8').catch(() => '');
  return new Map(entriesOf(text));
}

/** @throws The error of the system when it cannot be written. */
export async function writeInputs(
  folder: string,
  name: string,
  { hash, state }: { readonly hash: string; readonly state: RememberedInputs },
): Promise<void> {
  const known = new Map(await readInputs(folder, name));
  known.delete(hash);
  const kept = [...known, [hash, state] as const].slice(-mostKept);
  await mkdir(join(folder, 'feeds'), { recursive: true, mode: 0o700 });
  const file = await AtomicFile.create(fileIn(folder, name));
  try {
    await file.write(`${JSON.stringify({ version: 1, feeds: kept })}\n`);
    await file.keep();
  } catch (error) {
    await file.discard().catch(() => undefined); // the first error counts
    throw error;
  }
}

function fileIn(folder: string, name: string): string {
  return join(folder, 'feeds', `${name}.json`);
}

function entriesOf(text: string): [string, RememberedInputs][] {
  try {
    const { version, feeds } = JSON.parse(text) as Record<string, unknown>; // looked at below
    return version === 1 && Array.isArray(feeds) ? feeds.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is [string, RememberedInputs] {
  if (!Array.isArray(value)) return false;
  const [hash, state] = value as [unknown, Partial<RememberedInputs> | null]; // looked at here
  const texts = [hash, state?.since, state?.ledgerFile, state?.ledger];
  if (!texts.every((text) => typeof text === 'string')) return false;
  return Array.isArray(state?.validators) && state.validators.every(isValidators);
}

function isValidators(value: unknown): value is Validators {
  if (!isObject(value)) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}
