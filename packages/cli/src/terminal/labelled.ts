import { cellsOf } from './cells.ts';
import type { Printer, Segment, Style } from './printer.ts';

/** Wide enough for the labels of our own; a longer file name pushes its line, not all of them. */
const narrowest = 12;
const widest = 32;

/** Between label and text. */
const gap = 3;

export type Label = string | readonly [Style, string];

/** Lines of a label and a text, the texts below each other. */
export class LabelledLines {
  readonly #printer: Printer;
  #width = narrowest;

  constructor(printer: Printer) {
    this.#printer = printer;
  }

  /** Makes room for a label that is longer than usual. */
  fit(label: string): void {
    this.#width = Math.min(Math.max(this.#width, cellsOf(label)), widest);
  }

  /** A sentence, kept in its column on a terminal; elsewhere it is one line, for programs. */
  line(label: Label, text: string): void {
    this.#printer.beside([label], text, this.#width + gap);
  }

  /** A row of a list in the column of the texts, cut where the terminal ends. */
  row(text: string): void {
    this.#printer.row(text, this.#width + gap);
  }

  /** A command to copy: whole, however long it is. */
  whole(label: Label, ...text: readonly Segment[]): void {
    const plain = typeof label === 'string' ? label : label[1];
    const space = ' '.repeat(Math.max(0, this.#width - cellsOf(plain)) + gap);
    this.#printer.line(label, space, ...text);
  }
}
