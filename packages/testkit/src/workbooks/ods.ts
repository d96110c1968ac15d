import { xmlText, zipOf, type Parts } from './zip.ts';

/** A cell as it is typed, or the XML of one. Undefined is an empty one. */
export type OdsCell = string | number | boolean | undefined | { readonly xml: string };

export interface OdsSheetParts {
  readonly name: string;
  readonly rows: readonly (readonly OdsCell[])[];
  readonly isHidden?: boolean;
  /** XML before and behind the rows: columns, the empty rows at the end. */
  readonly before?: string;
  readonly behind?: string;
}

const namespaces = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
]
  .map((one) => `xmlns:${one}`)
  .join(' ');

/** An OpenDocument spreadsheet, with a million empty rows behind each sheet as LibreOffice writes them. */
export async function odsFile(
  sheets: readonly OdsSheetParts[] | OdsSheetParts['rows'],
  parts: Parts = {},
): Promise<Buffer> {
  const all = sheets.every((sheet) => 'rows' in sheet)
    ? sheets
    : [{ name: 'Sheet1', rows: sheets }];
  const tables = all.map(tableXml).join('');
  const styles = ['ta1', 'ta2'].map(
    (name, at) =>
      `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="${String(at === 0)}"/></style:style>`,
  );
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml':
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${namespaces}><office:automatic-styles>${styles.join('')}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ...parts,
  });
}

const emptyCells = '<table:table-cell table:number-columns-repeated="16384"/>';
const emptyRows = `<table:table-row table:number-rows-repeated="1048000">${emptyCells}</table:table-row>`;

function tableXml({
  name,
  rows,
  isHidden = false,
  before = '',
  behind = emptyRows,
}: OdsSheetParts): string {
  const lines = rows.map(
    (cells) => `<table:table-row>${cells.map(cellXml).join('')}${emptyCells}</table:table-row>`,
  );
  return `<table:table table:name="${xmlText(name)}" table:style-name="${isHidden ? 'ta2' : 'ta1'}">${before}${lines.join('')}${behind}</table:table>`;
}

function cellXml(cell: OdsCell): string {
  if (cell === undefined) return '<table:table-cell/>';
  if (typeof cell === 'object') return cell.xml;
  if (typeof cell === 'string') return odsCell('office:value-type="string"', cell);
  if (typeof cell === 'number') {
    return odsCell(`office:value-type="float" office:value="${cell}"`, String(cell));
  }
  const value = `office:value-type="boolean" office:boolean-value="${String(cell)}"`;
  return odsCell(value, String(cell).toUpperCase());
}

/** @param shown The text that the cell shows. */
export function odsCell(attributes: string, shown: string): string {
  const paragraphs = shown.split('\n').map((line) => `<text:p>${xmlText(line)}</text:p>`);
  return `<table:table-cell ${attributes}>${paragraphs.join('')}</table:table-cell>`;
}
