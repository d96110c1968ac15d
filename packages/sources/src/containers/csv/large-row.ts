import { createReadStream } from 'node:fs';
import type { Delimiter } from './delimiter.ts';
import type { LineEnd } from './line-end.ts';

/** A record that is too large to be kept, and where it ends. */
export interface LargeRow {
  /** A cell that is too large is empty. */
  readonly cells: readonly string[];
  /** Empty lines before it. */
  readonly empty: number;
  /** Physical lines that it takes. */
  readonly lines: number;
  /** Bytes up to its end. */
  readonly end: number;
}

/** A larger cell is not kept; beyond the sum none is. Bytes. */
const [largestCell, mostKept] = [64 * 1024, 4 * 1024 * 1024];

const [lf, cr, quote] = [0x0a, 0x0d, 0x22];

type State = 'before' | 'bare' | 'quoted' | 'behind';

/**
 * Goes through a record by the rules by which the parser splits it, in constant memory.
 *
 * @param start Where it begins, in bytes.
 * @returns `unclosed` where a quote is open up to the end of the file, `broken` where text follows a closing quote.
 */
export async function passLargeRow(
  path: string,
  start: number,
  delimiter: Delimiter,
  lineEnd: LineEnd,
): Promise<LargeRow | 'unclosed' | 'broken'> {
  const [separator, end] = [delimiter.charCodeAt(0), lineEnd.charCodeAt(0)];
  const cells: string[] = [];
  let [state, wasQuote, wasCr]: [State, boolean, boolean] = ['before', false, false];
  let [kept, empty, breaks, at]: [number, number, number, number] = [0, 0, 0, start];
  let cell: number[] = [];
  let size = 0;
  const bytes = createReadStream(path, { start, highWaterMark: 256 * 1024 });
  // No encoding is set, so the chunks are Buffers.
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      at += 1;
      const isBreak = byte === cr || (byte === lf && !wasCr);
      wasCr = byte === cr;
      if (state === 'quoted' && (!wasQuote || byte === quote)) {
        if (isBreak) breaks += 1;
        if (byte === quote) wasQuote = !wasQuote;
        if (byte !== quote || !wasQuote) keep(byte);
        continue;
      }
      if (state === 'quoted') [state, wasQuote] = ['behind', false];
      if (byte === separator) {
        finish();
      } else if (byte === end) {
        const isEmpty = cells.length === 0 && state !== 'behind' && text() === '';
        if (!isEmpty) {
          finish();
          return { cells, empty, lines: 1 + breaks, end: at };
        }
        empty += 1;
        finish();
        cells.length = 0;
      } else if (!isSpace(byte)) {
        if (state === 'behind') return 'broken';
        if (state === 'before') state = byte === quote ? 'quoted' : 'bare';
        if (state === 'bare') keep(byte);
      } else if (state === 'bare') {
        keep(byte);
      }
    }
  }
  if (state === 'quoted' && !wasQuote) return 'unclosed';
  finish();
  return { cells, empty, lines: 1 + breaks, end: at };

  function keep(byte: number): void {
    size += 1;
    if (size <= largestCell && kept < mostKept) cell.push(byte);
    else if (cell.length > 0) cell = [];
  }

  function text(): string {
    return size > cell.length ? '' : Buffer.from(cell).toString().trimEnd();
  }

  function finish(): void {
    kept += cell.length;
    cells.push(text());
    [cell, size, state] = [[], 0, 'before'];
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
