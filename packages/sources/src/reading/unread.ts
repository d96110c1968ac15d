import type { Format, UnreadValue } from './format.ts';
import type { Rows } from '../table/row.ts';

/** Watches what no source reads, so that nothing that decides goes by unseen. */
export interface UnreadWatch {
  /** Looks at the rows of one record that stand together. */
  rows(rows: Rows): void;
  /** Looks at members of a document that were not read. */
  values(values: readonly UnreadValue[]): void;
  /** @throws {SourceError} Something was seen that a person has to decide on. */
  refuse(source: Format): void;
}
