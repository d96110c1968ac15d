import { createReadStream } from 'node:fs';
import type { TextFile } from '../../input/text-file.ts';

/** The last byte of it. */
export type LineEnd = '\n' | '\r';

const known = new WeakMap<TextFile, Promise<LineEnd>>();

/** What ends the lines of a text: a lone CR only where nothing else does. Both CRLF and LF are LF. */
export function lineEndOf(file: TextFile): Promise<LineEnd> {
  const end = known.get(file) ?? found(file);
  known.set(file, end);
  return end;
}

/** The first line can be longer than the head. */
async function found({ path, start, head }: TextFile): Promise<LineEnd> {
  if (head.includes('\n')) return '\n';
  if (/\r./.test(head)) return '\r';
  let isCr = false;
  const chunks = createReadStream(path, { start, encoding: 'latin1' });
  // An encoding is set, so the chunks are strings.
  for await (const chunk of chunks as AsyncIterable<string>) {
    if (isCr) return chunk.startsWith('\n') ? '\n' : '\r';
    const at = chunk.search(/[\r\n]/);
    if (at < 0) continue;
    if (chunk[at] === '\n') return '\n';
    isCr = at === chunk.length - 1;
    if (!isCr) return chunk[at + 1] === '\n' ? '\n' : '\r';
  }
  return '\n';
}
