import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { constants, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from 'sequenzy-store';

/** `1-7.log`: format 1, the seventh file of the log. */
const pattern = /^1-(\d{1,15})\.log$/;

/** The number of the file that is written now; 0 where there is none. */
export function latestFile(folder: string): number {
  const numbers = numbersIn(folder);
  return Math.max(0, ...numbers);
}

export function fileOf(folder: string, number: number): string {
  return join(folder, `1-${number}.log`);
}

/** Makes a file that appears with its first line whole; does nothing where it is there. */
export function makeFile(folder: string, number: number, firstLine: string, mark: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = fileOf(folder, number);
  const temporary = join(folder, `${mark}.new`);
  writeFileSync(temporary, firstLine, { mode: 0o600 });
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') makeWithoutLink(path, firstLine);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Removes what nobody reads any more. */
export function removeBefore(folder: string, number: number): void {
  for (const old of numbersIn(folder)) {
    if (old < number) rmSync(fileOf(folder, old), { force: true });
  }
}

/** Appends the lines, if any, and gives back all that stands behind the offset. The file must be there. */
export function appendAndRead(path: string, lines: string, offset: number): string {
  const file = openSync(path, constants.O_RDWR | constants.O_APPEND);
  try {
    if (lines !== '') writeWhole(file, lines);
    return readFrom(file, offset);
  } finally {
    closeSync(file);
  }
}

export function append(path: string, lines: string): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_APPEND);
  try {
    writeWhole(file, lines);
  } finally {
    closeSync(file);
  }
}

/** In one write, so that lines of two processes never mix. */
function writeWhole(file: number, lines: string): void {
  const bytes = Buffer.from(lines);
  if (writeSync(file, bytes) < bytes.length) throw new Error('the disk is full');
}

function readFrom(file: number, offset: number): string {
  const parts: Buffer[] = [];
  for (let at = offset; ;) {
    const part = Buffer.allocUnsafe(16_384);
    const length = readSync(file, part, 0, part.length, at);
    if (length === 0) return Buffer.concat(parts).toString('utf8');
    parts.push(part.subarray(0, length));
    at += length;
  }
}

/** Some file systems have no hard links. */
function makeWithoutLink(path: string, firstLine: string): void {
  try {
    writeFileSync(path, firstLine, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}

function numbersIn(folder: string): number[] {
  try {
    const names = readdirSync(folder);
    return names.map((name) => Number(pattern.exec(name)?.[1])).filter((one) => one > 0);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}
