import type { Words } from 'sequenzy-contract';
import { open, rm } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { SourceError } from '../faults/source-error.ts';
import { TemporaryFile } from '../spool/temporary-file.ts';
import type { Workspace } from '../spool/workspace.ts';
import { isAddress, shownName } from './address.ts';
import { refuseBinary, refuseDamagedUtf8, refuseWebPage } from './damaged.ts';
import { isZip, refuseOldWorkbook } from './packed.ts';
import { bytesOfFile, bytesOfStdin } from './bytes.ts';
import { declaredEncoding, encodingOfHead, Utf8Check, type Encoding } from './encoding.ts';
import { gunzipped } from './gunzip.ts';
import { oneByteEncodingOf } from './one-byte-encoding.ts';
import type { RemoteOptions } from './remote-options.ts';
import { bytesOfAddress } from './remote.ts';

/** One input in a temporary file. */
export interface InputFile {
  /** As the user named it, an address without what is secret in it; standard input is `stdin`. */
  readonly name: string;
  readonly path: string;
  /** What the user should know of how it was given: complete sentences. */
  readonly remarks?: readonly Words[];
}

/** A zip archive, such as a workbook. */
export interface PackedFile extends InputFile {
  readonly isPacked: true;
}

/** One input as UTF-8 text: unpacked, decoded, without byte order mark, there to be read again. */
export interface TextFile extends InputFile {
  /** Where the text begins, in bytes. */
  readonly start: number;
  /** Physical line on which it begins, from 1. */
  readonly line: number;
  /** The first characters. */
  readonly head: string;
  readonly encoding: Encoding;
  /** Name of the sheet of a workbook that it was made from. Its lines are the sheet's rows, whatever their cells hold. */
  readonly sheet?: string;
}

export interface TextFileOptions {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdinName?: string | undefined;
  readonly workspace: Workspace;
  readonly signal: AbortSignal | undefined;
  readonly remote?: RemoteOptions | undefined;
}

/** Bytes of the head: enough to recognise encoding, delimiter and columns. */
const headLength = 256 * 1024;

/**
 * Copies an input (a path, a web address, or `-`) into the workspace as UTF-8. It is read once, so that a pipe will do, and what is
 * read again later is the same whatever happens to the user's file in between.
 *
 * @throws {SourceError} The input is unreadable, damaged, binary (but no zip archive), a web page or empty.
 */
export async function readTextFile(
  path: string,
  options: TextFileOptions,
): Promise<TextFile | PackedFile> {
  const name = path === '-' ? (options.stdinName ?? shownName(path)) : shownName(path);
  const bytes = bytesOf(path, options);
  const copy = options.workspace.newFile('input');
  const { head, isUtf8 } = await copyBytes(gunzipped(bytes, name), copy, options.signal);
  if (isZip(head)) return { name, path: copy, isPacked: true };
  await refuseOldWorkbook(head, copy, name);
  const { encoding: guess, markLength } = encodingOfHead(head);
  if (guess === 'utf-8') refuseBinary(head, name);
  if (guess === 'utf-8' && !isUtf8) await refuseDamagedUtf8(copy, name);
  const encoding = guess === 'utf-8' && !isUtf8 ? await encodingOf(copy, head) : guess;
  const text = encoding === 'utf-8' ? copy : await transcode(copy, encoding, markLength, options);
  const start = encoding === 'utf-8' ? markLength : 0;
  const file = { ...(await textAt(text, name, start)), encoding };
  if (file.head.trim() === '') throw emptyError(name);
  refuseWebPage(file.head, name, path);
  return file;
}

/** Of a text that is not UTF-8. */
async function encodingOf(path: string, head: Uint8Array): Promise<Encoding> {
  return declaredEncoding(Buffer.from(head).toString('latin1')) ?? (await oneByteEncodingOf(path));
}

/** A text in UTF-8 that lies in the workspace, from the byte `start` on. */
export async function textAt(path: string, name: string, start = 0): Promise<TextFile> {
  const head = await headOf(path, start);
  return { name, path, start, line: 1, encoding: 'utf-8', head };
}

/** The same text from a later line on, which begins at the byte `start`. */
export async function textFromLine(text: TextFile, line: number, start: number): Promise<TextFile> {
  return { ...text, line, start, head: await headOf(text.path, start) };
}

function bytesOf(
  path: string,
  { stdin, remote, signal }: TextFileOptions,
): AsyncIterable<Uint8Array> {
  if (path === '-') return bytesOfStdin(stdin);
  return isAddress(path) ? bytesOfAddress(path, remote, signal) : bytesOfFile(path, signal);
}

async function copyBytes(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  signal: AbortSignal | undefined,
): Promise<{ head: Uint8Array; isUtf8: boolean }> {
  const check = new Utf8Check();
  let head: Uint8Array = new Uint8Array(0);
  const file = await TemporaryFile.create(path);
  try {
    for await (const chunk of bytes) {
      signal?.throwIfAborted();
      if (head.length < 4096) head = Buffer.concat([head, chunk]);
      check.add(chunk);
      await file.append(chunk);
    }
  } finally {
    await file.close();
  }
  return { head, isUtf8: check.valid };
}

async function transcode(
  from: string,
  encoding: Encoding,
  start: number,
  { workspace, signal }: TextFileOptions,
): Promise<string> {
  const path = workspace.newFile('text');
  const decoder = new TextDecoder(encoding);
  const file = await TemporaryFile.create(path);
  try {
    const bytes = createReadStream(from, { start, highWaterMark: 256 * 1024 });
    for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
      // no encoding is set
      signal?.throwIfAborted();
      await file.append(decoder.decode(chunk, { stream: true }));
    }
    await file.append(decoder.decode());
  } finally {
    await file.close();
  }
  await rm(from);
  return path;
}

async function headOf(path: string, start: number): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, start);
    return new TextDecoder().decode(buffer.subarray(0, bytesRead), { stream: true });
  } finally {
    await file.close();
  }
}

function emptyError(file: string): SourceError {
  return new SourceError('the file is empty', {
    code: 'empty',
    file,
    nextStep: 'Export the file again.',
  });
}
