import type { Printer, Segment, Style } from './printer.ts';
import { wrap } from './wrap.ts';

/** Wide enough for the labels of our own; a longer file name pushes its line, not all of them. */
const narrowest = 12;
const widest = 32;
/** Narrower columns of text are harder to read than lines that the terminal breaks. */
const narrowestText = 20;

/** Between label and text. */
const gap = '   ';

/** Lines of a label and a text, the texts below each other. */
export class LabelledLines {
  readonly #printer: Printer;
  #width = narrowest;

  constructor(printer: Printer) {
    this.#printer = printer;
  }

  /** Makes room for a label that is longer than usual. */
  fit(label: string): void {
    this.#width = Math.min(Math.max(this.#width, label.length), widest);
  }

  /** A sentence, kept in its column on a terminal; elsewhere it is one line, for programs. */
  wrapped(label: string | readonly [Style, string], text: string): void {
    const indent = this.#width + gap.length;
    const room = (this.#printer.columns ?? Infinity) - indent;
    if (room < narrowestText || room === Infinity) {
      this.line(label, text);
      return;
    }
    const pushed = Math.max(0, plain(label).length - this.#width);
    const [first = '', ...rest] = wrap('x'.repeat(pushed) + text, room);
    this.line(label, first.slice(pushed));
    for (const line of rest) this.#printer.line(' '.repeat(indent), line);
  }

  line(label: string | readonly [Style, string], ...text: readonly Segment[]): void {
    const space = ' '.repeat(Math.max(0, this.#width - plain(label).length));
    this.#printer.line(label, space + gap, ...text);
  }
}

function plain(label: string | readonly [Style, string]): string {
  return typeof label === 'string' ? label : label[1];
}
