import type { TextFile } from '../input/text-file.ts';
import type { Delimiter } from '../csv/delimiter.ts';
import type { Layout } from '../table/header.ts';

/** A CSV text whose columns have been laid out. */
export interface TableInput {
  readonly kind: 'table';
  readonly text: TextFile;
  readonly delimiter: Delimiter;
  readonly layout: Layout;
}

/** A JSON text. */
export interface DocumentInput {
  readonly kind: 'document';
  readonly text: TextFile;
}

export type Input = TableInput | DocumentInput;
