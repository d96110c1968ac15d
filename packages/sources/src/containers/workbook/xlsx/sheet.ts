import type { Decimal } from '../../../money/amount.ts';
import type { Archive } from '../archive.ts';
import { damaged } from '../archive.ts';
import { noValue } from '../error-value.ts';
import { paddedText, type NumberFormat } from '../number-format.ts';
import { numberText, percentText } from '../number-text.ts';
import { serialDate } from '../serial-date.ts';
import type { Strings } from '../strings.ts';
import type { Between, SheetTaker } from '../workbook.ts';
import { readXml, type Attributes, type XmlListener } from '../xml.ts';
import { isTrue } from './parts.ts';
import { RichText, unescaped } from './rich-text.ts';
import type { CellFormats } from './styles.ts';

/** What the cells of any sheet of a workbook refer to. */
export interface XlsxValues {
  readonly file: string;
  readonly formats: CellFormats;
  readonly strings: Strings;
  readonly is1904: boolean;
  /** As of {@link numberText}. */
  readonly decimal: Decimal;
}

/** @throws {SourceError} The sheet is damaged. */
export function readSheet(
  archive: Archive,
  part: string,
  values: XlsxValues,
  taker: SheetTaker,
  between: Between,
): Promise<void> {
  const { file } = values;
  return readXml(archive.bytes(part), new SheetListener(values, taker), { file, between });
}

class SheetListener implements XmlListener {
  readonly #values: XlsxValues;
  readonly #taker: SheetTaker;
  readonly #rich = new RichText();
  #cells: (string | undefined)[] = [];
  #row = 0;
  #isHidden = false;
  #column = -1;
  #type = '';
  #style = 0;
  #value: string | undefined;
  #isValue = false;
  #isFormula = false;

  constructor(values: XlsxValues, taker: SheetTaker) {
    this.#values = values;
    this.#taker = taker;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') [this.#isValue, this.#value] = [true, ''];
    else if (name === 'f') this.#isFormula = true;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'mergeCell') this.#taker.merged?.(attributes['ref'] ?? '');
    else if (name === 'col' && isTrue(attributes['hidden'])) {
      this.#taker.hideColumns?.(Number(attributes['min']) - 1, Number(attributes['max']) - 1);
    } else this.#rich.open(name);
  }

  text(text: string): void {
    if (this.#isValue) this.#value = (this.#value ?? '') + text;
    else this.#rich.add(text);
  }

  close(name: string): void {
    if (name === 'c') this.#cells[this.#column] = this.#textOfCell();
    else if (name === 'v') this.#isValue = false;
    else if (name === 'row') this.#taker.row(this.#row, this.#cells, this.#isHidden);
    else this.#rich.close(name);
  }

  #openRow({ r, hidden }: Attributes): void {
    this.#row = r === undefined ? this.#row + 1 : Number(r);
    if (!Number.isInteger(this.#row)) throw damaged(this.#values.file, `a row has the number ${r}`);
    [this.#cells, this.#column, this.#isHidden] = [[], -1, isTrue(hidden)];
  }

  #openCell({ r, t = 'n', s = '0' }: Attributes): void {
    this.#column = r === undefined ? this.#column + 1 : this.#columnOf(r);
    if (this.#cells[this.#column] !== undefined) {
      throw damaged(this.#values.file, `the cell ${r ?? ''} is there twice`);
    }
    [this.#type, this.#style] = [t, Number(s)];
    [this.#value, this.#isFormula] = [undefined, false];
    this.#rich.take();
  }

  /** `C7` is 2. */
  #columnOf(place: string): number {
    let column = 0;
    for (let at = 0; at < place.length; at += 1) {
      const letter = place.charCodeAt(at) - 64;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    if (column >= 1 && column <= mostColumns) return column - 1;
    throw damaged(this.#values.file, `it has a cell ${place}`);
  }

  #textOfCell(): string {
    const { file, strings } = this.#values;
    const value = this.#value;
    if (this.#type === 'inlineStr') return this.#rich.take();
    if (value === undefined) return this.#isFormula ? noValue : '';
    switch (this.#type) {
      case 's': {
        const text = strings.get(Number(value));
        if (text !== undefined) return text;
        throw damaged(file, `row ${this.#row} refers to the text ${value}, which is not there`);
      }
      case 'b':
        return isTrue(value) ? 'TRUE' : 'FALSE';
      case 'n':
        return this.#numberText(value);
      case 'd':
        return value.replace('T', ' ');
      default:
        return unescaped(value); // the text of a formula, or an error
    }
  }

  #numberText(value: string): string {
    const format = this.#values.formats[this.#style];
    return formatted(value, format, this.#values);
  }
}

const mostColumns = 16_384;

function formatted(
  value: string,
  format: NumberFormat | undefined,
  { is1904, decimal }: XlsxValues,
): string {
  const number = numberText(value, decimal);
  switch (format?.is) {
    case undefined:
    case 'number':
      return number;
    case 'percent':
      return percentText(value, decimal);
    case 'padded':
      return paddedText(number, format.pattern) ?? number;
    case 'date':
      return serialDate(Number(value), format, is1904) ?? number;
  }
}
