import { SourceError } from '../faults/source-error.ts';
import type { InputOptions } from './input-options.ts';
import type { Workspace } from '../spool/workspace.ts';
import { readTextFile, type InputFile, type PackedFile, type TextFile } from './text-file.ts';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { isAddress, shownName } from './address.ts';

/**
 * Copies every input into the workspace, in order. One that is given twice, or holds the same as another, is read once.
 *
 * @throws {SourceError} No file is named, one cannot be used, or none has changed. One that has not is read all the same beside one that has.
 */
export async function readTextFiles(
  files: readonly string[],
  { stdin = process.stdin, stdinName, signal, remote }: InputOptions,
  workspace: Workspace,
): Promise<(TextFile | PackedFile)[]> {
  refuseNoFiles(files);
  const options = { stdin, stdinName, workspace, signal };
  const texts: (TextFile | PackedFile | SourceError)[] = [];
  const read: string[] = [];
  const remarks: string[] = [];
  const inputs = new NamedInputs();
  for (const file of files) {
    const remark = await inputs.doubleOf(file);
    if (remark !== undefined) {
      remarks.push(remark);
      continue;
    }
    read.push(file);
    texts.push(await readTextFile(file, { ...options, remote }).catch(unchanged));
  }
  const [first] = texts;
  if (first instanceof SourceError && texts.every((text) => text instanceof SourceError))
    throw first;
  const whole = { ...remote, remembered: new Map<string, never>() };
  const all: (TextFile | PackedFile)[] = [];
  for (const [at, text] of texts.entries()) {
    const isUnchanged = text instanceof SourceError;
    all.push(
      isUnchanged ? await readTextFile(read[at] ?? '', { ...options, remote: whole }) : text,
    );
  }
  const [start, ...others] = await withoutCopies(all);
  if (start === undefined || remarks.length === 0)
    return start === undefined ? [] : [start, ...others];
  return [{ ...start, remarks: [...remarks, ...(start.remarks ?? [])] }, ...others];
}

function unchanged(error: unknown): SourceError {
  if (error instanceof SourceError && error.code === 'not-modified') return error;
  throw error;
}

function refuseNoFiles(files: readonly string[]): void {
  if (files.length > 0) return;
  throw new SourceError('no file was named', {
    code: 'bad-option',
    nextStep: 'Name a file; - is standard input.',
  });
}

/** Finds inputs that were named before, by the same name or by another one such as that of a link. */
class NamedInputs {
  readonly #names = new Map<string, string>();

  /** What to say of an input that is one of those before; undefined for a new one. */
  async doubleOf(file: string): Promise<string | undefined> {
    const place = await placeOf(file);
    const earlier = this.#names.get(place);
    if (earlier === undefined) this.#names.set(place, file);
    if (earlier === undefined) return undefined;
    const [name, other] = [shownName(file), shownName(earlier)];
    return name === other
      ? `${name} is given twice; it was read once.`
      : `${name} and ${other} are the same file; it was read once.`;
  }
}

async function placeOf(file: string): Promise<string> {
  if (file === '-' || isAddress(file)) return file;
  return realpath(file).catch(() => file);
}

/** Leaves out texts that hold the same as an earlier one, such as a copy of a download, and says so of the earlier. */
async function withoutCopies<One extends InputFile>(texts: readonly One[]): Promise<One[]> {
  const sizes = await Promise.all(texts.map(async ({ path }) => (await stat(path)).size));
  const hashes = new Map<string, number>();
  const kept: One[] = [];
  for (const [at, text] of texts.entries()) {
    const size = sizes[at] ?? 0;
    const isAlone = sizes.filter((one) => one === size).length === 1;
    const hash = isAlone ? undefined : `${String(size)} ${await hashOf(text.path)}`;
    const earlier = hash === undefined ? undefined : hashes.get(hash);
    const first = earlier === undefined ? undefined : kept[earlier];
    if (earlier === undefined || first === undefined) {
      if (hash !== undefined) hashes.set(hash, kept.length);
      kept.push(text);
      continue;
    }
    const remarks = [
      ...(first.remarks ?? []),
      `${text.name} holds the same as ${first.name}; it was read once.`,
      ...(text.remarks ?? []),
    ];
    kept[earlier] = { ...first, remarks };
  }
  return kept;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array); // no encoding is set
  return hash.digest('hex');
}
