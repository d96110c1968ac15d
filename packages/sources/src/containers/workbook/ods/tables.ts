import { columnLetters } from '../../../text/cell-name.ts';
import type { Decimal } from '../../../money/amount.ts';
import type { Archive } from '../archive.ts';
import type { Between, SheetTaker } from '../workbook.ts';
import { readXml, type Attributes, type XmlListener } from '../xml.ts';
import { cellText } from './cell.ts';

/** Gets the tables of a document, one after the other. */
export interface TableTaker {
  /** @returns What gets its rows; undefined where they are not read. */
  begin(name: string, isHidden: boolean): SheetTaker | undefined;
}

export interface TableReading {
  readonly file: string;
  /** As of {@link numberText}. */
  readonly decimal: Decimal;
  readonly between: Between;
}

/** @throws {SourceError} The document is damaged. */
export function readTables(
  archive: Archive,
  taker: TableTaker,
  { file, decimal, between }: TableReading,
): Promise<void> {
  const listener = new TablesListener(taker, decimal);
  return readXml(archive.bytes('content.xml'), listener, { file, between });
}

/** What stands inside a cell beside its paragraphs, and is not its text. */
const aside = new Set(['annotation', 'note', 'shapes', 'frame', 'custom-shape', 'ruby-text']);

/** A sheet has no more columns. */
const mostColumns = 16_384;

class TablesListener implements XmlListener {
  readonly #taker: TableTaker;
  readonly #decimal: Decimal;
  /** Styles of tables that are not shown. */
  readonly #hiding = new Set<string>();
  #style = '';
  /** Tables inside each other; those inside a cell are none of the sheets. */
  #depth = 0;
  #sheet: SheetTaker | undefined;
  #row = 1;
  #rowTimes = 1;
  #isHidden = false;
  #cells: (string | undefined)[] = [];
  #column = 0;
  /** Columns of the sheet that were described. */
  #described = 0;
  #cell: Attributes | undefined;
  #text = '';
  #paragraphs = 0;
  #aside = 0;
  #isParagraph = false;

  constructor(taker: TableTaker, decimal: Decimal) {
    this.#taker = taker;
    this.#decimal = decimal;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#aside > 0 || (this.#cell !== undefined && aside.has(name))) this.#aside += 1;
    else if (this.#cell !== undefined) this.#openInCell(name, attributes);
    else if (name === 'table') this.#openTable(attributes);
    else if (name === 'style') this.#style = attributes['style:name'] ?? '';
    else if (name === 'table-properties' && attributes['table:display'] === 'false') {
      this.#hiding.add(this.#style);
    } else if (this.#sheet !== undefined) this.#openInTable(name, attributes);
  }

  text(text: string): void {
    if (this.#isParagraph && this.#aside === 0) this.#text += text;
  }

  close(name: string): void {
    if (this.#aside > 0) this.#aside -= 1;
    else if (name === 'p') this.#isParagraph = false;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table') {
      this.#depth -= 1;
      if (this.#depth === 0) this.#sheet = undefined;
    }
  }

  #openTable(attributes: Attributes): void {
    this.#depth += 1;
    if (this.#depth > 1) return;
    const isHidden = this.#hiding.has(attributes['table:style-name'] ?? '');
    this.#sheet = this.#taker.begin(attributes['table:name'] ?? '', isHidden);
    [this.#row, this.#described] = [1, 0];
  }

  #openInTable(name: string, attributes: Attributes): void {
    if (name === 'table-column') {
      const from = this.#described;
      this.#described += timesOf(attributes['table:number-columns-repeated']);
      if (isHiding(attributes)) this.#sheet?.hideColumns?.(from, this.#described - 1);
    } else if (name === 'table-row') {
      this.#rowTimes = timesOf(attributes['table:number-rows-repeated']);
      [this.#cells, this.#column, this.#isHidden] = [[], 0, isHiding(attributes)];
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      [this.#cell, this.#text, this.#paragraphs] = [attributes, '', 0];
    }
  }

  #openInCell(name: string, attributes: Attributes): void {
    if (name === 'p') {
      if (this.#paragraphs > 0) this.#text += '\n';
      this.#paragraphs += 1;
      this.#isParagraph = true;
    } else if (name === 's')
      this.#text += ' '.repeat(Math.min(timesOf(attributes['text:c']), 1000));
    else if (name === 'tab') this.#text += '\t';
    else if (name === 'line-break') this.#text += '\n';
  }

  #closeCell(): void {
    if (this.#cell === undefined) return;
    const text = cellText(this.#cell, this.#text, this.#decimal);
    const times = timesOf(this.#cell['table:number-columns-repeated']);
    // What stands to the right of the last column is empty, however often it is repeated.
    const end = text === '' ? this.#column : Math.min(this.#column + times, mostColumns);
    for (let at = this.#column; at < end; at += 1) this.#cells[at] = text;
    this.#noteMerged(this.#cell);
    this.#column += times;
    this.#cell = undefined;
  }

  #noteMerged(cell: Attributes): void {
    const columns = timesOf(cell['table:number-columns-spanned']);
    const rows = timesOf(cell['table:number-rows-spanned']);
    if (columns * rows === 1) return;
    const from = columnLetters(this.#column) + String(this.#row);
    const to = columnLetters(this.#column + columns - 1) + String(this.#row + rows - 1);
    this.#sheet?.merged?.(`${from}:${to}`);
  }

  /** A row with nothing in it is passed over, however often it is repeated: the last ones of a sheet are a million. */
  #closeRow(): void {
    const isEmpty = this.#cells.every((cell = '') => cell.trim() === '');
    for (let time = 0; time < this.#rowTimes && !isEmpty; time += 1) {
      this.#sheet?.row(this.#row + time, this.#cells, this.#isHidden);
    }
    this.#row += this.#rowTimes;
  }
}

function timesOf(times = '1'): number {
  const number = Number(times);
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
}

function isHiding({ 'table:visibility': visibility = 'visible' }: Attributes): boolean {
  return visibility !== 'visible';
}
