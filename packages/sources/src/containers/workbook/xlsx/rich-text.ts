/**
 * Puts the text of an element together out of its runs. How a word is read aloud, which Japanese workbooks say, is left
 * out.
 */
export class RichText {
  #text = '';
  #isText = false;
  #isSpoken = false;

  open(name: string): void {
    if (name === 'rPh') this.#isSpoken = true;
    if (name === 't') this.#isText = true;
  }

  close(name: string): void {
    if (name === 'rPh') this.#isSpoken = false;
    if (name === 't') this.#isText = false;
  }

  add(text: string): void {
    if (this.#isText && !this.#isSpoken) this.#text += text;
  }

  /** The text, which starts over. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return unescaped(text);
  }
}

/** Excel writes characters that XML does not allow as `_x000D_`, and such a text itself as `_x005F_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
