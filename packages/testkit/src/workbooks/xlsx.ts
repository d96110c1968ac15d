import { xmlText, zipOf, type Parts } from './zip.ts';

/** A cell as it is typed, or with what Excel keeps beside a value. Undefined is an empty one. */
export type XlsxCell = string | number | boolean | undefined | XlsxCellParts;

export interface XlsxCellParts {
  /** `<v>`, letter by letter; absent where there is none. */
  readonly v?: string;
  /** `t`: `e` of an error, `str` of a formula's text, `inlineStr`. */
  readonly t?: string;
  /** Number format code. */
  readonly format?: string;
  /** Formula. */
  readonly f?: string;
  /** XML inside the cell instead of a value. */
  readonly xml?: string;
}

export interface XlsxSheetParts {
  readonly name: string;
  /** From the first row on. */
  readonly rows: readonly (readonly XlsxCell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  /** Numbers of rows, from 1. */
  readonly hiddenRows?: readonly number[];
  /** XML before and behind the rows: columns, merged cells. */
  readonly before?: string;
  readonly behind?: string;
}

export interface XlsxOptions {
  readonly is1904?: boolean;
  /** Parts instead of, or beside, those that are made. */
  readonly parts?: Parts;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An Excel workbook of these sheets. Texts are shared, as Excel writes them. */
export async function xlsxFile(
  sheets: readonly XlsxSheetParts[] | XlsxSheetParts['rows'],
  { is1904 = false, parts = {} }: XlsxOptions = {},
): Promise<Buffer> {
  const all = sheets.every((sheet) => 'rows' in sheet)
    ? sheets
    : [{ name: 'Sheet1', rows: sheets }];
  const formats: string[] = [];
  const strings: string[] = [];
  const places = new Map<string, number>();
  const pages = all.map((sheet) => sheetXml(sheet, { formats, strings, places }));
  return zipOf({
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${all
      .map(
        ({ name, state }, at) =>
          `<sheet name="${xmlText(name)}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml([
      ...all.map(
        (_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const,
      ),
      [`rId${all.length + 1}`, 'styles', 'styles.xml'],
      [`rId${all.length + 2}`, 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': stylesXml(formats),
    'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}">${strings
      .map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`)
      .join('')}</sst>`,
    ...Object.fromEntries(pages.map((page, at) => [`xl/worksheets/sheet${at + 1}.xml`, page])),
    ...parts,
  });
}

/** What the sheets of a workbook share. */
interface Shared {
  readonly formats: string[];
  readonly strings: string[];
  readonly places: Map<string, number>;
}

function sheetXml(
  { rows, hiddenRows = [], before = '', behind = '' }: XlsxSheetParts,
  shared: Shared,
): string {
  const lines = rows.map((cells, at) => {
    const row = at + 1;
    const filled = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row}`, shared));
    const hidden = hiddenRows.includes(row) ? ' hidden="1"' : '';
    return `<row r="${row}"${hidden}>${filled.join('')}</row>`;
  });
  return `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}">${before}<sheetData>${lines.join('')}</sheetData>${behind}</worksheet>`;
}

function cellXml(cell: XlsxCell, place: string, { formats, strings, places }: Shared): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') {
    const known = places.get(cell) ?? strings.push(cell) - 1;
    places.set(cell, known);
    return `<c r="${place}" t="s"><v>${known}</v></c>`;
  }
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const { v, t, format, f, xml } = cell;
  if (format !== undefined && !formats.includes(format)) formats.push(format);
  const style = format === undefined ? '' : ` s="${formats.indexOf(format) + 1}"`;
  const type = t === undefined ? '' : ` t="${t}"`;
  const formula = f === undefined ? '' : `<f>${xmlText(f)}</f>`;
  const value = v === undefined ? '' : `<v>${xmlText(v)}</v>`;
  return `<c r="${place}"${style}${type}>${xml ?? formula + value}</c>`;
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats.map(
    (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${xmlText(code)}"/>`,
  );
  const styles = formats.map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`);
  return `${declaration}<styleSheet xmlns="${main}"><numFmts count="${codes.length}">${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

function relationsXml(relations: readonly (readonly [string, string, string])[]): string {
  const all = relations.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${relationships}">${all.join('')}</Relationships>`;
}

function letters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letters(Math.floor(column / 26) - 1) + letter;
}
