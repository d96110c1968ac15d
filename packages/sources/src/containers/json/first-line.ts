import { open } from 'node:fs/promises';
import type { TextFile } from '../../input/text-file.ts';
import { maxDocumentSize } from './document.ts';

const known = new WeakMap<TextFile, Promise<unknown>>();

/** The value that the first line of a text is by itself; undefined where it is none, or too large for a record. */
export function firstLineOf(file: TextFile): Promise<unknown> {
  // Every source asks, and the line may have megabytes.
  const value = known.get(file) ?? valueOf(file);
  known.set(file, value);
  return value;
}

async function valueOf(file: TextFile): Promise<unknown> {
  const text = file.head.trimStart();
  if (!text.startsWith('{')) return undefined;
  const end = text.indexOf('\n');
  const line = end >= 0 ? text.slice(0, end) : await longLineOf(file);
  try {
    return line === undefined ? undefined : JSON.parse(line);
  } catch {
    return undefined;
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
