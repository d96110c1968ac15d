const [quote, backslash] = [0x22, 0x5c];
const [openBrace, openBracket, closeBrace, closeBracket] = [0x7b, 0x5b, 0x7d, 0x5d];
const comma = 0x2c;

/** Whether a byte is a space of JSON. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Whether a text is one object or list from its first bracket to the one that closes it, whatever is between them. */
export function isBalanced(text: string): boolean {
  const bytes = Buffer.from(text.trim());
  return new ValueEnd().in(bytes, 0) === bytes.length;
}

/** Finds where one JSON value ends, piece by piece of its text, whatever is in it. */
export class ValueEnd {
  /** How many brackets are open. */
  #depth = 0;
  #isText = false;
  #isEscaped = false;
  #isScalar = false;

  /** Gives the index behind the value's last byte; undefined where it continues behind the chunk. */
  in(chunk: Buffer, from: number): number | undefined {
    for (let at = from; at < chunk.length; at += 1) {
      if (this.#isText) {
        at = this.#endOfText(chunk, at);
        if (at >= chunk.length) return undefined;
        if (this.#depth === 0) return at + 1;
        continue;
      }
      const byte = chunk[at];
      if (this.#isScalar) {
        if (byte === comma || byte === closeBrace || byte === closeBracket || isSpace(byte))
          return at;
      } else if (byte === quote) {
        this.#isText = true;
      } else if (byte === openBrace || byte === openBracket) {
        this.#depth += 1;
      } else if (byte === closeBrace || byte === closeBracket) {
        this.#depth -= 1;
        if (this.#depth === 0) return at + 1;
      } else if (this.#depth === 0) {
        this.#isScalar = true;
      }
    }
    return undefined;
  }

  /** Where the quote stands that ends a text; the length of the chunk where it is not in it. */
  #endOfText(chunk: Buffer, from: number): number {
    let at = from;
    if (this.#isEscaped) {
      this.#isEscaped = false;
      at += 1;
    }
    let [end, escape] = [indexOf(chunk, quote, at), indexOf(chunk, backslash, at)];
    while (escape < end) {
      at = escape + 2;
      if (at > chunk.length) this.#isEscaped = true;
      if (end < at) end = indexOf(chunk, quote, at);
      escape = indexOf(chunk, backslash, at);
    }
    if (end === chunk.length) return end;
    this.#isText = false;
    return end;
  }
}

/** The length of the chunk where the byte is not in it. */
function indexOf(chunk: Buffer, byte: number, from: number): number {
  const at = chunk.indexOf(byte, from);
  return at < 0 ? chunk.length : at;
}
