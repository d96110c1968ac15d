import { reasonOf } from 'sequenzy-contract';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Io } from '../job/io.ts';
import { UserError } from '../report/user-error.ts';
import { stdinFor } from '../input/open-input.ts';

/** One JSON document of an input. */
export interface InputDocument {
  /** From 1. */
  readonly position: number;
  readonly value: unknown;
}

/**
 * The documents of a file: one, an array of them, or one a line.
 *
 * @param file Path; `-` is standard input.
 * @throws {UserError} when it cannot be read, is not JSON, or holds nothing.
 */
export async function readDocuments(file: string, io: Io): Promise<InputDocument[]> {
  const content = (await read(file, io)).replace(/^\ufeff/, '');
  const whole = parsed(content);
  const values =
    whole === undefined
      ? linesOf(content, file)
      : Array.isArray(whole.value)
        ? listOf(whole.value)
        : [whole.value];
  if (values.length === 0)
    throw new UserError('no-documents', `${nameOf(file)} holds no documents`);
  return values.map((value, index) => ({ position: index + 1, value }));
}

async function read(file: string, io: Io): Promise<string> {
  try {
    return file === '-' ? await text(stdinFor([file], io)) : await readFile(file, 'utf8');
  } catch (error) {
    io.interruption.throwIfAborted();
    throw new UserError('unreadable', `${nameOf(file)} cannot be read (${reasonOf(error)})`);
  }
}

function parsed(content: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(content) };
  } catch {
    return undefined;
  }
}

function listOf(values: readonly unknown[]): readonly unknown[] {
  return values;
}

function linesOf(content: string, file: string): unknown[] {
  return content.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const document = parsed(line);
    if (document !== undefined) return [document.value];
    throw new UserError(
      'bad-json',
      `${nameOf(file)}:${String(index + 1)} is not JSON`,
      'Expected one document, an array of documents, or one document a line. Nothing was sent.',
    );
  });
}

function nameOf(file: string): string {
  return file === '-' ? 'stdin' : file;
}
