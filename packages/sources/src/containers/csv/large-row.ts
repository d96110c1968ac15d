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

/** A byte can end the row, or show that it is not CSV. */
type Outcome = 'row' | 'broken' | undefined;

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
  const row = new PassedRow(delimiter, lineEnd);
  const bytes = createReadStream(path, { start, highWaterMark: 256 * 1024 });
  let at = start;
  // No encoding is set, so the chunks are Buffers.
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      at += 1;
      const outcome = row.see(byte);
      if (outcome === 'broken') return outcome;
      if (outcome === 'row') return row.upTo(at);
    }
  }
  if (row.isUnclosed) return 'unclosed';
  row.finishCell();
  return row.upTo(at);
}

/** A row of which byte after byte is seen. */
class PassedRow {
  readonly #separator: number;
  readonly #end: number;
  readonly #cells: string[] = [];
  /** Where in the cell the next byte stands: a quoted one may have spaces before and behind its quotes. */
  #state: 'before' | 'bare' | 'quoted' | 'behind' = 'before';
  /** A quote inside a quoted cell closes it, unless it is doubled. */
  #wasQuote = false;
  #wasCr = false;
  #cell: number[] = [];
  /** Bytes of the cell, whether they are kept or not. */
  #size = 0;
  /** Bytes of the cells before it. */
  #kept = 0;
  #empty = 0;
  /** Line ends inside of cells. */
  #breaks = 0;

  constructor(delimiter: Delimiter, lineEnd: LineEnd) {
    this.#separator = delimiter.charCodeAt(0);
    this.#end = lineEnd.charCodeAt(0);
  }

  get isUnclosed(): boolean {
    return this.#state === 'quoted' && !this.#wasQuote;
  }

  see(byte: number): Outcome {
    const isBreak = byte === cr || (byte === lf && !this.#wasCr);
    this.#wasCr = byte === cr;
    if (this.#state === 'quoted') {
      if (!this.#wasQuote || byte === quote) {
        if (isBreak) this.#breaks += 1;
        this.#seeQuoted(byte);
        return undefined;
      }
      [this.#state, this.#wasQuote] = ['behind', false];
    }
    if (byte === this.#separator) this.finishCell();
    else if (byte === this.#end) return this.#endLine();
    else if (!isSpace(byte)) return this.#seeText(byte);
    else if (this.#state === 'bare') this.#keep(byte);
    return undefined;
  }

  finishCell(): void {
    this.#kept += this.#cell.length;
    this.#cells.push(this.#text());
    [this.#cell, this.#size, this.#state] = [[], 0, 'before'];
  }

  upTo(end: number): LargeRow {
    return { cells: this.#cells, empty: this.#empty, lines: 1 + this.#breaks, end };
  }

  #seeQuoted(byte: number): void {
    if (byte === quote) this.#wasQuote = !this.#wasQuote;
    if (byte !== quote || !this.#wasQuote) this.#keep(byte);
  }

  #seeText(byte: number): Outcome {
    if (this.#state === 'behind') return 'broken';
    if (this.#state === 'before') this.#state = byte === quote ? 'quoted' : 'bare';
    if (this.#state === 'bare') this.#keep(byte);
    return undefined;
  }

  /** Empty lines before the row belong to none. */
  #endLine(): Outcome {
    const isEmpty = this.#cells.length === 0 && this.#state !== 'behind' && this.#text() === '';
    this.finishCell();
    if (!isEmpty) return 'row';
    this.#empty += 1;
    this.#cells.length = 0;
    return undefined;
  }

  #keep(byte: number): void {
    this.#size += 1;
    if (this.#size <= largestCell && this.#kept < mostKept) this.#cell.push(byte);
    else if (this.#cell.length > 0) this.#cell = [];
  }

  /** Empty where it is too large to be kept. */
  #text(): string {
    return this.#size > this.#cell.length ? '' : Buffer.from(this.#cell).toString().trimEnd();
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
