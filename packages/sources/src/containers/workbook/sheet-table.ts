import { SourceError } from '../../faults/source-error.ts';
import { columnLetters } from '../../text/cell-name.ts';
import { LineWriter } from '../../spool/lines.ts';
import { damaged } from './archive.ts';

/** Filled cells of a row, by their column from 0. */
export type SheetCells = readonly (string | undefined)[];

/** Where the rows of a sheet go. */
export interface RowTaker {
  /** @param row From 1, each larger than the one before. */
  row(row: number, cells: SheetCells, isHidden?: boolean): void;
}

/** What the user should know of a sheet, beside its rows. */
export interface SheetNotes {
  readonly mergedCells: Few;
  readonly hiddenRows: Few;
  readonly hiddenColumns: readonly string[];
}

/** A count with its first examples. */
export interface Few {
  readonly count: number;
  readonly first: readonly string[];
}

const mostRows = 1_048_576;
const mebibyte = 1024 * 1024;
/** A row above it is not kept whole; as a record it is above the limit then, and rejected. Characters. */
const mostOfRow = 17 * mebibyte;
/** A table above it, and so many times as large as its workbook, is not a sheet that anybody has made. Bytes. */
const [harmless, mostTimes] = [64 * mebibyte, 1000];

/** A sheet as a CSV text whose line n is row n: rows with nothing in them are empty lines. */
export class SheetTable implements RowTaker {
  readonly #writer: LineWriter;
  readonly #file: string;
  readonly #most: number;
  readonly #filled = new Set<number>();
  readonly #hiddenColumns: [from: number, to: number][] = [];
  readonly #merged = new Counted();
  readonly #hiddenRows = new Counted();
  #row = 0;
  #size = 0;

  private constructor(writer: LineWriter, file: string, most: number) {
    this.#writer = writer;
    this.#file = file;
    this.#most = most;
  }

  /** @param packed Bytes of the workbook. */
  static async create(path: string, file: string, packed: number): Promise<SheetTable> {
    const most = Math.max(harmless, packed * mostTimes);
    return new SheetTable(await LineWriter.create(path), file, most);
  }

  row(row: number, cells: SheetCells, isHidden = false): void {
    if (row > mostRows) throw damaged(this.#file, `a row has the number ${row}`);
    if (row <= this.#row) throw damaged(this.#file, `row ${row} stands behind row ${this.#row}`);
    const width = cells.findLastIndex((cell = '') => cell.trim() !== '') + 1;
    if (width === 0) return;
    for (; this.#row < row - 1; this.#row += 1) this.#write('');
    this.#row = row;
    if (isHidden) this.#hiddenRows.add(String(row));
    this.#write(this.#lineOf(cells, width));
  }

  merged(range: string): void {
    this.#merged.add(range);
  }

  /** Columns from and up to, from 0. */
  hideColumns(from: number, to: number): void {
    this.#hiddenColumns.push([from, to]);
  }

  drain(): Promise<void> {
    return this.#writer.drain();
  }

  close(): Promise<void> {
    return this.#writer.close();
  }

  get isEmpty(): boolean {
    return this.#row === 0;
  }

  get notes(): SheetNotes {
    const isHidden = (column: number): boolean =>
      this.#hiddenColumns.some(([from, to]) => from <= column && column <= to);
    const hidden = [...this.#filled].filter(isHidden).sort((one, other) => one - other);
    return {
      mergedCells: this.#merged,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: hidden.map(columnLetters),
    };
  }

  #lineOf(cells: SheetCells, width: number): string {
    let line = '';
    for (let column = 0; column < width; column += 1) {
      const cell = cells[column] ?? '';
      if (column > 0) line += ',';
      if (cell === '') continue;
      this.#filled.add(column);
      if (line.length < mostOfRow) line += csvCell(cell);
    }
    return line;
  }

  #write(line: string): void {
    this.#size += line.length + 1;
    if (this.#size > this.#most) throw tooMuch(this.#file);
    this.#writer.add(line);
  }
}

class Counted implements Few {
  count = 0;
  readonly first: string[] = [];

  add(one: string): void {
    this.count += 1;
    if (this.first.length < 3) this.first.push(one);
  }
}

/** Whatever could be taken for something else is quoted. */
function csvCell(text: string): string {
  if (/^\w(?:[\w .:/-]*\w)?$/.test(text)) return text;
  const cell = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return `"${cell.replaceAll('"', '""')}"`;
}

function tooMuch(file: string): SourceError {
  return new SourceError('the sheet unpacks to far more than its size, as no workbook does', {
    code: 'damaged',
    file,
    nextStep: 'Do not trust this file. Export it again, or save the sheet as CSV (UTF-8).',
  });
}
