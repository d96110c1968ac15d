import type { Words } from 'sequenzy-contract';
import { messageOf, type RecordFault } from '../faults/record-fault.ts';
import type { Layout } from './header.ts';

/** One row of a table, read by field. */
export class Row<Field extends string = string> {
  readonly cells: readonly string[];
  /** Physical line, from 1. */
  readonly line: number;
  readonly layout: Layout;
  /** It is larger than the limit for one record. */
  readonly isTooLarge: boolean;

  constructor(cells: readonly string[], line: number, layout: Layout, isTooLarge = false) {
    this.cells = cells;
    this.line = line;
    this.layout = layout;
    this.isTooLarge = isTooLarge;
  }

  /** Tells apart what came from several files, also where one was put behind another. */
  get origin(): string {
    const { file, repeatedAt } = this.layout;
    return `${String(repeatedAt.filter((line) => line < this.line).length)} ${file}`;
  }

  /** The cell without surrounding space; empty where it or its column is missing. */
  get(field: Field): string {
    const index = this.layout.at[field];
    return index === undefined ? '' : (this.cells[index]?.trim() ?? '');
  }

  /** The filled cells of a family of columns, by what follows its name. */
  family(family: string): [name: string, cell: string][] {
    return this.layout.families.flatMap((column): [string, string][] => {
      const cell = column.family === family ? (this.cells[column.index]?.trim() ?? '') : '';
      return cell === '' ? [] : [[column.name, cell]];
    });
  }

  /** Whether the file has a column for the field. */
  has(field: Field): boolean {
    return this.layout.at[field] !== undefined;
  }

  /** The file's own name of the field's column; the field's where it has none. */
  column(field: Field): string {
    const index = this.layout.at[field];
    return index === undefined ? field : (this.layout.names[index]?.trim() ?? field);
  }

  /** Where the field's cell stands. */
  place(field: Field): { readonly file: string; readonly line: number; readonly column: string } {
    return { file: this.layout.file, line: this.line, column: this.column(field) };
  }

  fault(field: Field, words: Words): RecordFault {
    const value = this.get(field);
    const column = this.column(field);
    const { file } = this.layout;
    return {
      path: column,
      ...messageOf(words),
      file,
      line: this.line,
      column,
      ...(value !== '' && { value }),
    };
  }

  /** For a sentence about another row: `on line 3`, and in which file where that is not the other's. */
  seenFrom({ layout }: Row): string {
    const line = `on line ${String(this.line)}`;
    return layout.file === this.layout.file ? line : `${line} in ${this.layout.file}`;
  }
}

/** At least one row: what a source gets to make a product of. */
export type Rows<Field extends string = string> = readonly [Row<Field>, ...Row<Field>[]];
