import type { Printer, Segment, Style } from './printer.ts';

/** Wide enough for the labels of our own; a longer file name pushes its line, not all of them. */
const narrowest = 12;
const widest = 32;

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

  line(label: string | readonly [Style, string], ...text: readonly Segment[]): void {
    const gap = ' '.repeat(Math.max(0, this.#width - plain(label).length) + 3);
    this.#printer.line(label, gap, ...text);
  }
}

function plain(label: string | readonly [Style, string]): string {
  return typeof label === 'string' ? label : label[1];
}
