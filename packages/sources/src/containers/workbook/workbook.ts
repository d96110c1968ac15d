import type { RowTaker } from './sheet-table.ts';

/** A sheet as it is offered. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
}

/** Gets the rows of a sheet, and what else is in it. */
export interface SheetTaker extends RowTaker {
  merged?(range: string): void;
  /** Columns from and up to, from 0. */
  hideColumns?(from: number, to: number): void;
}

/** Is awaited now and then while a sheet is read; `stop` ends the reading. */
export type Between = () => Promise<'stop' | undefined>;

/** The sheets of a file, whichever program it is from. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Whether nothing stands in any cell of a sheet. */
  isEmpty(index: number): Promise<boolean>;
  read(index: number, taker: SheetTaker, between: Between): Promise<void>;
  close(): void;
}
