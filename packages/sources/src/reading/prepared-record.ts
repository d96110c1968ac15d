import type { Hash64 } from 'sequenzy-contract';

/** A valid record as it lies in the spool: its text is what a request can hold, and is read when somebody asks for it. */
export class PreparedRecord<Value> {
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly cell?: string;
  readonly ordinal: number;
  readonly faults = [];
  /** JSON, its fields in the schema's order. */
  readonly text: string;
  /** Of the text, as UTF-8. */
  readonly bytes: number;
  /** `hash64` of the text. */
  readonly fingerprint: Hash64;
  /** It holds no list that replaces a stored one. */
  readonly isSimple: boolean;
  #value: Value | undefined;

  constructor(
    place: Pick<PreparedRecord<Value>, 'key' | 'file' | 'line' | 'cell' | 'ordinal'>,
    content: Pick<PreparedRecord<Value>, 'text' | 'bytes' | 'fingerprint' | 'isSimple'>,
  ) {
    this.key = place.key;
    this.file = place.file;
    this.line = place.line;
    if (place.cell !== undefined) this.cell = place.cell;
    this.ordinal = place.ordinal;
    this.text = content.text;
    this.bytes = content.bytes;
    this.fingerprint = content.fingerprint;
    this.isSimple = content.isSimple;
  }

  read(): Value {
    this.#value ??= JSON.parse(this.text) as Value; // it was written from one
    return this.#value;
  }
}
