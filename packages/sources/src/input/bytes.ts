import { createReadStream, constants, open } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { isAddress } from './address.ts';
import { SourceError } from '../faults/source-error.ts';
import { errorCode } from '../faults/error-code.ts';
import { Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';
import { promisify } from 'node:util';

/** The bytes of a file as they are on disk, with every failure to read named as such. */
export async function* bytesOfFile(path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw folderError(path);
    // Elsewhere such a pipe can seem to be at its end before it has a writer.
    if (found.isFIFO() && process.platform === 'linux') yield* await openFifo(path, signal);
    else yield* createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>; // no encoding is set
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof SourceError ? error : unreadable(path, error);
  }
}

/**
 * Looks whether files are there and may be read, without reading them. Addresses and standard input are passed over.
 *
 * @throws {SourceError} One is not, as when it is read.
 */
export async function refuseUnreadable(files: readonly string[]): Promise<void> {
  for (const path of files.filter((file) => file !== '-' && !isAddress(file))) {
    try {
      if ((await stat(path)).isDirectory()) throw folderError(path);
      await access(path, constants.R_OK);
    } catch (error) {
      throw error instanceof SourceError ? error : unreadable(path, error);
    }
  }
}

/** The same of standard input. What ends it on purpose stays what it is. */
export async function* bytesOfStdin(stdin: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stdin;
  } catch (cause) {
    const code = errorCode(cause);
    if (!/^E[A-Z]+$/.test(code)) throw cause;
    throw new SourceError(`standard input cannot be read (${code})`, {
      code: 'unreadable',
      nextStep: 'Check the command that writes to it, or name a file.',
      cause,
    });
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
  const code = errorCode(cause);
  const [problem, nextStep] = reasons[code] ?? [
    `the file cannot be read (${code})`,
    'Check that the disk or share it lies on is there.',
  ];
  return new SourceError(problem, { code: 'unreadable', file: path, nextStep, cause });
}

/**
 * Opens a named pipe without waiting for its writer: a thread that waits in `open` cannot be interrupted, and would
 * keep the process from ending. The writer, and what it writes, are waited for afterwards, until the signal.
 */
async function openFifo(
  path: string,
  signal: AbortSignal | undefined,
): Promise<AsyncIterable<Uint8Array>> {
  const fd = await promisify(open)(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const pipe = new Socket({ fd, readable: true, writable: false });
  return signal === undefined ? pipe : addAbortSignal(signal, pipe);
}
