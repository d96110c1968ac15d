import type { TextFile } from '../input/text-file.ts';
import type { Delimiter } from '../containers/csv/delimiter.ts';
import type { Layout } from '../table/header.ts';

/** A CSV text whose columns have been laid out. */
export interface TableInput {
  readonly kind: 'table';
  readonly text: TextFile;
  readonly delimiter: Delimiter;
  readonly layout: Layout;
  /** The text was made from XML: it has no header, and each row begins with its line in the original. */
  readonly isFlattened: boolean;
}

/** A JSON text. */
export interface DocumentInput {
  readonly kind: 'document';
  readonly text: TextFile;
  /** Key of a document -> field, as the option `map` says. */
  readonly map: Readonly<Record<string, string>>;
  /** Key of a list in whose members it renames too. */
  readonly renamedWithin: string | undefined;
  /** Keys that are not read, as {@link canonical} writes them. */
  readonly ignored: ReadonlySet<string>;
}

/** Whether the rows are not written in the file as they stand in the text, because it is not CSV. */
export function isMade({ isFlattened, text }: TableInput): boolean {
  return isFlattened || text.sheet !== undefined;
}

export type Input = TableInput | DocumentInput;
