import { option, reasonOf, systemCode } from 'sequenzy-contract';
import { open, realpath, stat } from 'node:fs/promises';
import { basename, join, parse, resolve } from 'node:path';
import type { Original } from 'sequenzy-sources';
import { isAddress } from 'sequenzy-sources/address';
import { UserError } from '../report/user-error.ts';
import { demandPlace, unusable } from './place.ts';
import { errorColumn } from './rows.ts';

/** Where rejects will be written, should there be any. */
export interface Target {
  /** As the user wrote it, or our name in the current folder. */
  readonly name: string;
  /** The name is ours, so its ending may follow the kind of input. */
  readonly ours: boolean;
  /** It exists, and is not a rejects file: it is only replaced when somebody agrees. */
  readonly holdsSomethingElse: boolean;
  /** Real paths of the input files: none of them is ever overwritten. */
  readonly inputs: readonly string[];
}

/**
 * Decides on the rejects file before anything is sent.
 *
 * @throws {UserError} when it is an input file, no plain file, has the name of a workbook, or in a folder that cannot be written to.
 */
export async function rejectsTarget(
  named: string | undefined,
  files: readonly string[],
): Promise<Target> {
  const inputs = await Promise.all(files.map(identityOf));
  if (named === undefined) return freeName(baseOf(files[0] ?? '-'), inputs);
  if (await isInput(named, inputs)) {
    throw new UserError(
      'bad-rejects-file',
      `${named} is an input file`,
      'Name another one: an input file is never overwritten.',
      { place: { option: option('rejects') } },
    );
  }
  if (isWorkbookName(named)) {
    throw new UserError(
      'bad-rejects-file',
      'rejects are CSV',
      'Give the file a name that ends in .csv.',
      { place: { option: option('rejects') } },
    );
  }
  await demandPlace(named, option('rejects'));
  return {
    name: named,
    ours: false,
    holdsSomethingElse: await holdsSomethingElse(named),
    inputs,
  };
}

/** Name of one file at the target: `x.csv` (`x.ndjson` for documents), and beside it `x-2.csv` and so on. */
export async function nameAt(
  { name, ours, inputs }: Target,
  kind: Original['kind'],
  taken: readonly string[],
): Promise<string> {
  const first = ours && kind === 'document' ? name.replace(/\.csv$/, '.ndjson') : name;
  if (taken.length === 0 && (first === name || !(await holdsSomethingElse(first)))) return first;
  for (let number = 2; ; number += 1) {
    const next = numbered(first, number);
    if (taken.includes(next) || (await isInput(next, inputs))) continue;
    if (!(await holdsSomethingElse(next))) return next;
  }
}

function numbered(name: string, number: number): string {
  const { dir, name: stem, ext } = parse(name);
  return join(dir, `${stem}-${String(number)}${ext}`);
}

/** `exports/products.csv.gz` -> `products`; standard input -> `stdin`. A rejects file's rejects keep its name. */
function baseOf(file: string): string {
  if (file === '-') return 'stdin';
  const path = isAddress(file) && URL.canParse(file) ? new URL(file).pathname : file;
  const name = basename(path)
    .replace(/\.gz$/i, '')
    .replace(/\.(csv|tsv|txt|json|ndjson|jsonl|xlsx|xlsm|ods)$/i, '')
    .replace(/\.rejects(-\d+)?$/i, '');
  return name === '' ? 'feed' : name;
}

async function freeName(base: string, inputs: readonly string[]): Promise<Target> {
  for (let number = 1; ; number += 1) {
    const stem = `${base}.rejects${number === 1 ? '' : `-${String(number)}`}`;
    const taken = [`${stem}.csv`, `${stem}.ndjson`].map((name) => isInput(name, inputs));
    if ((await Promise.all(taken)).includes(true)) continue;
    const name = `${stem}.csv`;
    await demandPlace(name, undefined);
    return { name, ours: true, holdsSomethingElse: await holdsSomethingElse(name), inputs };
  }
}

/** Whether a name leads to one of the files, behind its links. */
export async function leadsToOneOf(file: string, files: readonly string[]): Promise<boolean> {
  return isInput(file, await Promise.all(files.map(identityOf)));
}

/** Rows are written as CSV, which a spreadsheet program takes for damaged under such a name. */
export function isWorkbookName(file: string): boolean {
  return /\.(xlsx|xlsm|xls|xlsb|ods)$/i.test(file);
}

async function identityOf(file: string): Promise<string> {
  return realpath(file).catch(() => resolve(file));
}

async function isInput(file: string, inputs: readonly string[]): Promise<boolean> {
  return inputs.includes(await identityOf(file));
}

/** Our own files are known by their header; an empty file is nobody's. */
async function holdsSomethingElse(file: string): Promise<boolean> {
  const found = await stat(file).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw unusable(file, reasonOf(error));
  });
  if (found === undefined) return false;
  if (!found.isFile()) throw unusable(file, 'it is not a regular file');
  return found.size > 0 && !(await head(file)).includes(errorColumn);
}

const headBytes = 64 * 1024;

async function head(file: string): Promise<string> {
  const handle = await open(file).catch((error: unknown) => {
    throw unusable(file, reasonOf(error));
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
