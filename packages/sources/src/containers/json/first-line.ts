import { open } from 'node:fs/promises';
import type { TextFile } from '../../input/text-file.ts';
import { maxDocumentSize } from './document.ts';
import { isBalanced } from './value-end.ts';

/** The first line of a JSON text by itself. */
export interface FirstLine {
  /** Undefined where it is no value, or too large for a record. */
  readonly value: unknown;
  /** It is an object from bracket to bracket, though not JSON, and other lines follow. */
  readonly isBroken: boolean;
}

const known = new WeakMap<TextFile, Promise<FirstLine>>();

export function firstLineOf(file: TextFile): Promise<FirstLine> {
  // Every source asks, and the line may have megabytes.
  const first = known.get(file) ?? read(file);
  known.set(file, first);
  return first;
}

async function read(file: TextFile): Promise<FirstLine> {
  const text = file.head.trimStart();
  if (!text.startsWith('{')) return { value: undefined, isBroken: false };
  const end = text.indexOf('\n');
  const line = end >= 0 ? text.slice(0, end) : await longLineOf(file);
  try {
    return { value: line === undefined ? undefined : JSON.parse(line), isBroken: false };
  } catch {
    const isFollowed = end >= 0 && text.slice(end).trim() !== '';
    return { value: undefined, isBroken: isFollowed && isBalanced(text.slice(0, end)) };
  }
}

/** Undefined where it does not end within the limit. */
async function longLineOf({ path, start, head }: TextFile): Promise<string | undefined> {
  const from = start + Buffer.byteLength(head) - Buffer.byteLength(head.trimStart());
  const handle = await open(path);
  try {
    const bytes = Buffer.alloc(maxDocumentSize + 1);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
    const text = bytes.subarray(0, bytesRead);
    const end = text.indexOf('\n');
    if (end < 0 && bytesRead > maxDocumentSize) return undefined;
    return text.toString('utf8', 0, end < 0 ? bytesRead : end);
  } finally {
    await handle.close();
  }
}
