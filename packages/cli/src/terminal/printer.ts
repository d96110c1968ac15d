import type { Secrets } from 'sequenzy-contract';
import { styleText } from 'node:util';
import type { Io, Output } from './io.ts';
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
  #muted = false;

  constructor(output: Output, secrets: Secrets, env: Io['env']) {
    this.#output = output;
    this.#secrets = secrets;
    this.#colour = wantsColour(output, env);
  }

  /** Characters of a line on a terminal; undefined elsewhere, and where it does not say. */
  get columns(): number | undefined {
    const { isTTY, columns } = this.#output;
    return isTTY === true && columns !== undefined && columns > 0 ? columns : undefined;
  }

  line(...segments: readonly Segment[]): void {
    this.#write(`${segments.map((segment) => this.#shown(segment)).join('')}\n`);
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

/** NO_COLOR and FORCE_COLOR as no-color.org and Node have them: set and not empty; FORCE_COLOR=0 is off. */
function wantsColour(output: Output, env: Io['env']): boolean {
  const { NO_COLOR = '', FORCE_COLOR, TERM } = env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return NO_COLOR === '' && output.isTTY === true && TERM !== 'dumb';
}
