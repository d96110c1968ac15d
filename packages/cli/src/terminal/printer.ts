import type { Secrets } from 'sequenzy-contract';
import { styleText } from 'node:util';
import type { Io, Output } from './io.ts';
import { asciiOf, needsAscii } from './ascii.ts';
import { cellsOf, shortened, wrap } from './cells.ts';
import { safeJson, safeText } from './safe-text.ts';

export type Style = 'red' | 'green' | 'yellow' | 'dim' | 'bold';

/** Text as it is, or in a style. */
export type Segment = string | readonly [Style, string];

/** Of the documents of `--json`: changes when a field is taken away or gets another meaning. */
const schemaVersion = 1;

/** Writes lines to one stream: without control characters, without secrets, in colour where that is wanted. */
export class Printer {
  readonly #output: Output;
  readonly #secrets: Secrets;
  readonly #colour: boolean;
  readonly #isAscii: boolean;
  #muted = false;

  constructor(output: Output, secrets: Secrets, env: Io['env']) {
    this.#output = output;
    this.#secrets = secrets;
    this.#colour = wantsColour(output, env);
    this.#isAscii = output.isTTY === true && needsAscii(env);
  }

  /** Behind what is cut off. */
  get cut(): string {
    return this.#isAscii ? '...' : '…';
  }

  /** Cells of a line on a terminal; undefined elsewhere, and where it does not say. */
  get columns(): number | undefined {
    const { isTTY, columns } = this.#output;
    return isTTY === true && columns !== undefined && columns > 0 ? columns : undefined;
  }

  line(...segments: readonly Segment[]): void {
    const text = segments.map((segment) => this.#shown(segment)).join('');
    this.#write(`${this.#isAscii ? asciiOf(text) : text}\n`);
  }

  /** A sentence, broken at word ends on a terminal. */
  sentence(text: string): void {
    this.beside([], text, 0);
  }

  /**
   * A sentence beside its label, below which it does not run; where that leaves no room, it begins on the next line. Off a
   * terminal it is one line, for programs.
   *
   * @param column Where sentences begin. Default: behind the label.
   */
  beside(label: readonly Segment[], text: string, column?: number): void {
    const width = cellsOf(label.map(textOf).join(''));
    const indent = column ?? width + gap;
    const begin = Math.max(width === 0 ? 0 : width + gap, indent);
    const space = ' '.repeat(begin - width);
    const room = (this.columns ?? Infinity) - indent;
    if (room === Infinity) {
      this.line(...label, space, text);
    } else if (room < narrowest && width > 0) {
      this.line(...label);
      for (const line of wrap(text, room + indent - gap)) this.line(' '.repeat(gap), line);
    } else {
      // Room for what a long label takes of the column.
      const pushed = 'x'.repeat(begin - indent);
      const [first = '', ...rest] = wrap(pushed + safeText(text), room);
      const isBeside = first.length > pushed.length || text === '';
      this.line(...label, isBeside ? space + first.slice(pushed.length) : '');
      for (const line of rest) this.line(' '.repeat(indent), line);
    }
  }

  /** A row of a list, cut where the terminal ends; it begins at the column, or further left where that leaves little room. */
  row(text: string, column: number): void {
    const { columns = Infinity } = this;
    const indent = columns - column < leastOfRow ? gap : column;
    this.line(' '.repeat(indent), shortened(safeText(text), columns - indent, this.cut));
  }

  /** Fields with tabs between them. */
  fields(values: readonly string[]): void {
    this.#write(`${values.map((value) => this.#shown(value)).join('\t')}\n`);
  }

  /** One JSON document on one line. */
  json(document: object): void {
    this.#write(`${this.#secrets.redact(safeJson({ schemaVersion, ...document }))}\n`);
  }

  /** Text of several lines that this program made itself, such as its help. */
  text(text: string): void {
    for (const line of text.replace(/\n$/, '').split('\n')) this.line(line);
  }

  /** Nothing is written any more. */
  mute(): void {
    this.#muted = true;
  }

  #write(text: string): void {
    if (!this.#muted) this.#output.write(text);
  }

  #shown(segment: Segment): string {
    if (typeof segment === 'string') return safeText(this.#secrets.redact(segment));
    const [style, text] = segment;
    const safe = safeText(this.#secrets.redact(text));
    return this.#colour ? styleText(style, safe, { validateStream: false }) : safe;
  }
}

/** Between a label and its sentence, at least. */
const gap = 2;

/** Sentences in narrower columns are hard to read. */
const narrowest = 24;

/** So that a row shows what matters. */
const leastOfRow = 50;

function textOf(segment: Segment): string {
  return typeof segment === 'string' ? segment : segment[1];
}

/** NO_COLOR and FORCE_COLOR as no-color.org and Node have them: set and not empty; FORCE_COLOR=0 is off. */
function wantsColour(output: Output, env: Io['env']): boolean {
  const { NO_COLOR = '', FORCE_COLOR, TERM } = env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return NO_COLOR === '' && output.isTTY === true && TERM !== 'dumb';
}
