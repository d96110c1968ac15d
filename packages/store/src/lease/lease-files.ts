import { open, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { systemCode } from '../errors/store-error.ts';

/** One file of a lease. The file of the lease `products.lease` with the number 7 is `products.lease-7`. */
export interface LeaseFile {
  readonly path: string;
  readonly number: number;
  readonly text: string;
}

/** All that stand, by number. More than one only while a lease changes hands. */
export async function filesOf(lease: string): Promise<readonly LeaseFile[]> {
  const prefix = `${basename(lease)}-`;
  const files: LeaseFile[] = [];
  for (const name of await readdir(dirname(lease))) {
    const number = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (!/^\d{1,15}$/.test(number)) continue;
    const path = pathOf(lease, Number(number));
    const text = await textOf(path);
    if (text !== undefined) files.push({ path, number: Number(number), text });
  }
  return files.sort((one, other) => one.number - other.number);
}

export function pathOf(lease: string, number: number): string {
  return `${lease}-${number}`;
}

/** `undefined` where there is no such file. */
export async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** False where there is one already. Needs no hard links: of any number that try, one makes it. */
export async function makeFile(path: string, text: string): Promise<boolean> {
  const handle = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if (systemCode(error) === 'EEXIST') return undefined;
    throw error;
  });
  if (handle === undefined) return false;
  try {
    await handle.writeFile(text);
    await handle.close();
    return true;
  } catch (error) {
    await handle.close().catch(() => undefined); // the first error counts
    await rm(path, { force: true });
    throw error;
  }
}

/** Writes over a file that is there, and never makes one; false where it is gone. */
export async function overwriteFile(path: string, text: string): Promise<boolean> {
  const handle = await open(path, 'r+').catch((error: unknown) => {
    if (isGone(error)) return undefined;
    throw error;
  });
  if (handle === undefined) return false;
  try {
    await handle.write(text, 0);
    return true;
  } finally {
    await handle.close();
  }
}

function isGone(error: unknown): boolean {
  return ['ENOENT', 'ESTALE'].includes(systemCode(error) ?? '');
}
