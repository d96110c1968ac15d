/** Where a record stands in a workbook. */
export interface CellPlace {
  /** Name of the sheet. */
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  /** From 0; undefined for the whole row. */
  readonly column?: number | undefined;
}

/** A place as a spreadsheet program writes it, and jumps to it: `Sheet1!C7`, `'Price list'!C7`, a whole row `Sheet1!7:7`. */
export function cellName({ sheet, row, column }: CellPlace): string {
  const name = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet)
    ? sheet
    : `'${sheet.replaceAll("'", "''")}'`;
  const cell = column === undefined ? `${row}:${row}` : `${columnLetters(column)}${row}`;
  return `${name}!${cell}`;
}

/** 0 is `A`, 26 is `AA`. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
