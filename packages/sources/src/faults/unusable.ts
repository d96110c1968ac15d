/** A file in a format it can read only to say why nothing can be read from it. */
export interface Unusable {
  /** With its article: `an Amazon order report`. */
  readonly label: string;
  /** Columns by which it is known; in JSON the keys of its first document. */
  readonly columns: readonly string[];
  /** A clause: `it holds no products`. */
  readonly reason: string;
  /** A complete sentence. */
  readonly nextStep: string;
}
