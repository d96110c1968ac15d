import { SourceError } from '../errors.ts';
import type { InputOptions } from '../input-options.ts';
import type { Workspace } from '../spool/workspace.ts';
import { shownName } from './address.ts';
import { readTextFile, type TextFile } from './text-file.ts';

/**
 * Copies every input into the workspace, in order.
 *
 * @throws {SourceError} No file is named, one twice, one cannot be used, or none has changed. One that has not is read all the same beside one that has.
 */
export async function readTextFiles(
  files: readonly string[],
  { stdin = process.stdin, stdinName, signal, remote }: InputOptions,
  workspace: Workspace,
): Promise<TextFile[]> {
  refuseNoFiles(files);
  const options = { stdin, stdinName, workspace, signal };
  const texts: (TextFile | SourceError)[] = [];
  for (const file of files) {
    texts.push(await readTextFile(file, { ...options, remote }).catch(unchanged));
  }
  const [first] = texts;
  if (first instanceof SourceError && texts.every((text) => text instanceof SourceError))
    throw first;
  const whole = { ...remote, remembered: new Map<string, never>() };
  const all: TextFile[] = [];
  for (const [at, text] of texts.entries()) {
    const isUnchanged = text instanceof SourceError;
    all.push(
      isUnchanged ? await readTextFile(files[at] ?? '', { ...options, remote: whole }) : text,
    );
  }
  return all;
}

function unchanged(error: unknown): SourceError {
  if (error instanceof SourceError && error.code === 'not-modified') return error;
  throw error;
}

function refuseNoFiles(files: readonly string[]): void {
  const repeated = files.find((file, index) => files.indexOf(file) !== index);
  if (files.length > 0 && repeated === undefined) return;
  throw new SourceError(
    repeated === undefined ? 'no file was named' : `"${shownName(repeated)}" is named twice`,
    { code: 'bad-option', nextStep: 'Name each file once; - is standard input.' },
  );
}
