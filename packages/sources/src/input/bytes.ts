import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { SourceError } from '../errors.ts';

/** The bytes of a file as they are on disk, with every failure to read named as such. */
export async function* bytesOfFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    if ((await stat(path)).isDirectory()) throw folderError(path);
    yield* createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>; // no encoding is set
  } catch (error) {
    throw error instanceof SourceError ? error : unreadable(path, error);
  }
}

function folderError(path: string): SourceError {
  return new SourceError('is a folder, not a file', {
    code: 'unreadable',
    file: path,
    nextStep: 'Name the files inside it.',
  });
}

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['there is no such file', 'Check the name, and the folder you are in.'],
  ENOTDIR: ['there is no such file', 'Check the name, and the folder you are in.'],
  EACCES: ['you are not allowed to read this file', 'Change its permissions, or copy it.'],
  EPERM: ['you are not allowed to read this file', 'Change its permissions, or copy it.'],
};

function unreadable(path: string, cause: unknown): SourceError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  const [problem, nextStep] = reasons[code] ?? [
    `the file cannot be read (${code})`,
    'Check that the disk or share it lies on is there.',
  ];
  return new SourceError(problem, { code: 'unreadable', file: path, nextStep, cause });
}
