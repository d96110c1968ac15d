import { SourceError } from '../faults/source-error.ts';
import type { InputOptions } from './input-options.ts';
import type { Workspace } from '../spool/workspace.ts';
import { NamedInputs, withoutCopies } from './doubles.ts';
import { readTextFile, type TextFile } from './text-file.ts';

/**
 * Copies every input into the workspace, in order. One that is given twice, or holds the same as another, is read once.
 *
 * @throws {SourceError} No file is named, one cannot be used, or none has changed. One that has not is read all the same beside one that has.
 */
export async function readTextFiles(
  files: readonly string[],
  { stdin = process.stdin, stdinName, signal, remote }: InputOptions,
  workspace: Workspace,
): Promise<TextFile[]> {
  refuseNoFiles(files);
  const options = { stdin, stdinName, workspace, signal };
  const texts: (TextFile | SourceError)[] = [];
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
  const all: TextFile[] = [];
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
