/** One JSON document with its place. */
export interface InputDocument {
  readonly value: unknown;
  readonly file: string;
  /** Physical line on which it begins, from 1. */
  readonly line: number;
}

/** The documents of one record. */
export type Documents = readonly [InputDocument, ...InputDocument[]];

/** The members of a JSON object. */
export type Fields = Readonly<Record<string, unknown>>;
