// packages/cli/src/terminal/labelled.ts
var narrowest = 12;
var widest = 32;
var LabelledLines = class {
  #printer;
  #width = narrowest;
  constructor(printer) {
    this.#printer = printer;
  }
  /** Makes room for a label that is longer than usual. */
  fit(label) {
    this.#width = Math.min(Math.max(this.#width, label.length), widest);
  }
  line(label, ...text) {
    const gap = " ".repeat(Math.max(0, this.#width - plain(label).length) + 3);
    this.#printer.line(label, gap, ...text);
  }
};
function plain(label) {
  return typeof label === "string" ? label : label[1];
}
export {
  LabelledLines
};
