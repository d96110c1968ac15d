import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { odsCell, odsFile, tempFolder, xlsxFile, zipOf } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { Workspace } from '../../spool/workspace.ts';
import { readRows } from '../csv/parse.ts';
import { sheetText, type SheetOptions } from './sheet-text.ts';

/** The rows of a sheet as they are read further on, with what is said of it. */
async function read(bytes: Uint8Array, options: Partial<SheetOptions> = {}) {
  const folder = await tempFolder();
  const workspace = await Workspace.create(folder);
  const path = join(workspace.folder, 'input');
  await writeFile(path, bytes);
  const packed = { name: 'shop.xlsx', path, isPacked: true } as const;
  const text = await sheetText(packed, { workspace, signal: undefined, ...options });
  const rows: [number, readonly string[]][] = [];
  for await (const batch of readRows(text, ',')) {
    for (const { cells, line } of batch) rows.push([line, cells]);
  }
  return { rows, cells: rows.map(([, cells]) => cells), text };
}

const cellsOf = async (bytes: Promise<Uint8Array>, options?: Partial<SheetOptions>) =>
  (await read(await bytes, options)).cells;

describe('a sheet of an Excel workbook', () => {
  it('gives texts, numbers and booleans as they are typed', async () => {
    const cells = await cellsOf(
      xlsxFile([
        ['id', 'title', 'price', 'live'],
        ['a-1', 'Lamp, "red"\nsmall', 12.5, true],
        [undefined, ' & <b>', 0, false],
      ]),
    );
    expect(cells).toEqual([
      ['id', 'title', 'price', 'live'],
      ['a-1', 'Lamp, "red"\nsmall', '12.5', 'TRUE'],
      ['', ' & <b>', '0', 'FALSE'],
    ]);
  });

  it.each([
    ['35.529999999999994', '35.53'],
    ['4.05E+12', '4050000000000'],
    ['4006381333931', '4006381333931'],
    ['19', '19'],
    ['19.0', '19'],
    ['-0', '0'],
    ['1E-3', '0.001'],
    ['0.1', '0.1'],
    ['-12.50', '-12.5'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', '1234567890123456'],
    ['1.2345678901234599E+18', '1.23456789012346E+18'],
    ['1234567890123450', '1.23456789012345E+15'],
    ['100000000000000000000', '1E+20'],
    ['9.9999999999999996E-2', '0.1'],
  ])('writes the number %s as %s', async (v, text) => {
    expect(await cellsOf(xlsxFile([[{ v }]]))).toEqual([[text]]);
  });

  it.each([
    ['00000', '123', '00123'],
    ['00000', '1234567', '1234567'],
    ['000\\-0000', '1234567', '123-4567'],
    ['"A0-"0000', '7', 'A0-0007'],
    ['0.00', '35.5', '35.5'],
    ['#,##0.00 "€"', '1234.5', '1234.5'],
    ['0%', '0.19', '19%'],
    ['0.0%', '0.195', '19.5%'],
    ['General', '42', '42'],
    ['@', '42', '42'],
    ['[Red]0', '5', '5'],
    ['yyyy\\-mm\\-dd', '45413', '2024-05-01'],
    ['dd/mm/yyyy\\ hh:mm', '45413.41541666667', '2024-05-01 09:58:12'],
    ['[$-407]d\\. mmmm yyyy;@', '45413', '2024-05-01'],
    ['d/m/yy', '45413.5', '2024-05-01 12:00:00'],
    ['mmm', '45413', '2024-05-01'],
    ['h:mm AM/PM', '0.5', '12:00:00'],
    ['hh:mm:ss.000', '0.50000001157407407', '12:00:00.001'],
    ['yyyy-mm-dd', '1', '1900-01-01'],
    ['yyyy-mm-dd', '59', '1900-02-28'],
    ['yyyy-mm-dd', '60', '1900-02-29'],
    ['yyyy-mm-dd', '61', '1900-03-01'],
    ['yyyy-mm-dd', '-1', '-1'],
  ])('shows in the format %s the number %s as %s', async (format, v, text) => {
    expect(await cellsOf(xlsxFile([[{ v, format }]]))).toEqual([[text]]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const rows = [
      [
        { v: '0', format: 'yyyy-mm-dd' },
        { v: '43951', format: 'yyyy-mm-dd' },
      ],
    ];
    expect(await cellsOf(xlsxFile(rows, { is1904: true }))).toEqual([['1904-01-01', '2024-05-01']]);
  });

  it('knows the formats that every workbook has by their number', async () => {
    const styles = [0, 14, 22, 9, 49, 20].map((id) => `<xf numFmtId="${id}"/>`).join('');
    const cells = ['45413.25', '45413', '45413.25', '0.5', '7', '0.25'].map(
      (v, at) => `<c s="${at}"><v>${v}</v></c>`,
    );
    const book = xlsxFile([['x']], {
      parts: {
        'xl/styles.xml': `<styleSheet><cellXfs>${styles}</cellXfs></styleSheet>`,
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row>${cells.join('')}</row></sheetData></worksheet>`,
      },
    });
    expect(await cellsOf(book)).toEqual([
      ['45413.25', '2024-05-01', '2024-05-01 06:00:00', '50%', '7', '06:00:00'],
    ]);
  });

  it('reads rich text, inline text, escaped characters and results of formulas', async () => {
    const cells = await cellsOf(
      xlsxFile([
        [
          {
            t: 'inlineStr',
            xml: '<is><r><t>Red </t></r><r><rPr><b/></rPr><t>lamp</t></r><rPh><t>x</t></rPh></is>',
          },
          { t: 'str', f: 'A1&"x"', v: 'a_x000D_\nb_x005F_x000D_' },
          { f: 'B2*1.19', v: '11.899999999999999' },
          { t: 'e', f: 'VLOOKUP(1,A:A,1)', v: '#N/A' },
          { f: 'B2*2' },
          { t: 'str', f: '""', v: '' },
          { t: 'd', v: '2024-05-01T09:58:12' },
        ],
      ]),
    );
    expect(cells).toEqual([
      ['Red lamp', 'a\nb_x000D_', '11.9', '#N/A', '#FORMULA!', '', '2024-05-01 09:58:12'],
    ]);
  });

  it('keeps the number of each row, through empty rows and line breaks in cells', async () => {
    const { rows } = await read(
      await xlsxFile([[], [undefined, 'Prices'], [], ['a\nb', 'c\r\nd'], [' '], ['e']]),
    );
    expect(rows).toEqual([
      [2, ['', 'Prices']],
      [4, ['a\nb', 'c\nd']],
      [6, ['e']],
    ]);
  });

  it('takes rows and cells without a place for the next ones', async () => {
    const sheet =
      '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c r="D1"><x:v>2</x:v></x:c><x:c><x:v>3</x:v></x:c></x:row><x:row r="9"><x:c><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const { rows } = await read(
      await xlsxFile([['x']], { parts: { 'xl/worksheets/sheet1.xml': sheet } }),
    );
    expect(rows).toEqual([
      [1, ['1', '', '', '2', '3']],
      [9, ['4']],
    ]);
  });

  it('writes decimals with the sign that the user says', async () => {
    const rows = [[12.5, 'a', { v: '0.195', format: '0.0%' }, { v: '45413', format: 'd.m.yy' }]];
    expect(await cellsOf(xlsxFile(rows), { decimal: ',' })).toEqual([
      ['12,5', 'a', '19,5%', '2024-05-01'],
    ]);
  });

  it('reports merged cells, hidden rows and hidden columns', async () => {
    const { text } = await read(
      await xlsxFile([
        {
          name: 'Price list',
          rows: [
            ['a', 'b', 'c'],
            ['1', '2', '3'],
            ['4', '5', '6'],
          ],
          hiddenRows: [2],
          before:
            '<cols><col min="2" max="3" hidden="1"/><col min="9" max="16384" hidden="1"/></cols>',
          behind: '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B1:C1"/></mergeCells>',
        },
      ]),
    );
    const sheet = 'the sheet "Price list" of shop.xlsx';
    expect(text.remarks).toEqual([
      `In ${sheet} cells are merged in 2 places (A2:A3, B1:C1): the value stands in the first of them, the others are empty.`,
      `In ${sheet} 1 hidden row (2) was read like the others.`,
      `In ${sheet} 2 hidden columns (B, C) were read like the others.`,
    ]);
  });
});

describe('which sheet is read', () => {
  const sheets = [
    { name: 'Lists', rows: [['x']], state: 'hidden' },
    { name: 'Cover', rows: [[]] },
    { name: 'Prices', rows: [['price']] },
    { name: '2', rows: [['two']] },
    { name: 'Old', rows: [['old']] },
  ] as const;

  it('is the first that is shown and has something in it; the others are named', async () => {
    const { cells, text } = await read(await xlsxFile(sheets));
    expect(cells).toEqual([['price']]);
    expect(text).toMatchObject({
      sheet: 'Prices',
      remarks: [
        [
          'Of shop.xlsx the sheet "Prices" was read; there is something in others, too: Lists, 2, Old. Name one with ',
          { option: 'sheet' },
          '.',
        ],
      ],
    });
  });

  it.each([
    ['Old', 'old'],
    ['prices', 'price'],
    ['3', 'price'],
    ['1', 'x'],
    ['2', 'two'],
  ])('is %s where the user says so', async (sheet, cell) => {
    const { cells, text } = await read(await xlsxFile(sheets), { sheet });
    expect(cells).toEqual([[cell]]);
    expect(text.remarks).toEqual([]);
  });

  it.each([
    [
      'Nowhere',
      'there is no sheet "Nowhere". The sheets are: 1 "Lists", 2 "Cover", 3 "Prices", 4 "2", 5 "Old".',
    ],
    ['6', 'there is no sheet "6". The sheets are: 1 "Lists"'],
    ['0', 'there is no sheet "0"'],
    ['Cover', 'the sheet "Cover" is empty'],
  ])('cannot be %s', async (sheet, message) => {
    await expect(read(await xlsxFile(sheets), { sheet })).rejects.toThrow(message);
  });

  it('is none in a workbook with nothing in it', async () => {
    await expect(read(await xlsxFile([[]]))).rejects.toThrow('the workbook has nothing in it');
  });
});

describe('a sheet of an OpenDocument file', () => {
  it('gives values as they are typed', async () => {
    const cell = (attributes: string, shown = '') => ({ xml: odsCell(attributes, shown) });
    const cells = await cellsOf(
      odsFile([
        ['id', 'say "x"\nhere', 12.5, true, undefined, 'end'],
        [
          cell('office:value-type="float" office:value="123"', '00123'),
          cell('office:value-type="currency" office:value="35.529999999999994"', '35,53 €'),
          cell('office:value-type="percentage" office:value="0.19"', '19,00%'),
          cell('office:value-type="date" office:date-value="2024-05-01"', '1. Mai 2024'),
          cell('office:value-type="date" office:date-value="2024-05-01T09:58:12"', '1.5.24'),
          cell('office:value-type="time" office:time-value="PT09H30M00S"', '9:30'),
          cell('office:value-type="float" office:value="4050000000000"', '4,05E+012'),
          cell('office:value-type="float" office:value="1.23456789012346E+018"', '1'),
          cell(
            'office:value-type="string" calcext:value-type="error" office:string-value=""',
            '#N/A',
          ),
          cell('table:formula="of:=[.A1]*2"'),
          cell(
            'office:value-type="string" office:string-value="" table:formula="of:=&quot;&quot;"',
          ),
          {
            xml: '<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>a<text:s text:c="2"/>b<text:span>c</text:span></text:p></table:table-cell>',
          },
        ],
      ]),
    );
    expect(cells).toEqual([
      ['id', 'say "x"\nhere', '12.5', 'TRUE', '', 'end'],
      [
        ...['00123', '35.53', '19%', '2024-05-01', '2024-05-01 09:58:12', '09:30:00'],
        ...['4050000000000', '1.23456789012346E+18', '#N/A', '#FORMULA!', '', 'a  bc'],
      ],
    ]);
  });

  it('repeats cells and rows, and passes over a million empty ones', async () => {
    const repeated = `<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell></table:table-row>`;
    const gap =
      '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>';
    const { rows } = await read(
      await odsFile([{ name: 'S', rows: [['a']], behind: `${gap}${repeated}` }]),
    );
    expect(rows).toEqual([
      [1, ['a']],
      [5, ['x', 'x']],
      [6, ['x', 'x']],
    ]);
  });

  it('takes the sheet that is shown, and reports merged and hidden cells', async () => {
    const merged = {
      xml: '<table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>m</text:p></table:table-cell>',
    };
    const { cells, text } = await read(
      await odsFile([
        { name: 'Hidden', rows: [['h']], isHidden: true },
        {
          name: 'Shown',
          before: '<table:table-column/><table:table-column table:visibility="collapse"/>',
          rows: [[merged, 'b']],
          behind:
            '<table:table-row table:visibility="filter"><table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>c</text:p></table:table-cell></table:table-row>',
        },
      ]),
    );
    expect(cells).toEqual([
      ['m', 'b'],
      ['', 'c'],
    ]);
    expect(text.remarks).toEqual([
      [
        'Of shop.xlsx the sheet "Shown" was read; there is something in another, too: Hidden. Name one with ',
        { option: 'sheet' },
        '.',
      ],
      'In the sheet "Shown" of shop.xlsx cells are merged in 1 place (A1:A2): the value stands in the first of them, the others are empty.',
      'In the sheet "Shown" of shop.xlsx 1 hidden row (2) was read like the others.',
      'In the sheet "Shown" of shop.xlsx 1 hidden column (B) was read like the others.',
    ]);
    expect(
      (
        await read(
          await odsFile([
            { name: 'A', rows: [['a']] },
            { name: 'B', rows: [['b']] },
          ]),
          { sheet: 'b' },
        )
      ).cells,
    ).toEqual([['b']]);
  });
});

describe('what is no workbook, or must not be opened', () => {
  it.each([
    [
      { 'export.csv': 'a,b\n' },
      'this is a zip archive with these files in it: export.csv. Unpack it, and name the file inside.',
    ],
    [{}, 'this is a zip archive with nothing in it'],
    [{ '_rels/.rels': '', 'word/document.xml': '' }, 'this is a Word document'],
    [{ '_rels/.rels': '', 'xl/workbook.bin': '' }, 'this is a binary Excel workbook (.xlsb)'],
    [{ 'Index/Document.iwa': '' }, 'this is a document of Apple Numbers'],
    [
      { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' },
      'this is a text document',
    ],
  ])('%j', async (parts, message) => {
    await expect(read(await zipOf(parts))).rejects.toThrow(message);
  });

  it('is refused where it is protected by a password', async () => {
    const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
    await expect(
      read(await odsFile([['x']], { 'META-INF/manifest.xml': manifest })),
    ).rejects.toThrow('the workbook is protected by a password');
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['cut off early', (bytes: Buffer) => bytes.subarray(0, 300)],
    ['overwritten in the middle', (bytes: Buffer) => Buffer.from(bytes).fill(7, 400, 900)],
  ])('is refused where it is %s', async (_, change) => {
    const rows = Array.from({ length: 50 }, (_row, at) => [`row ${at}`, at]);
    await expect(read(change(await xlsxFile(rows)))).rejects.toThrow(
      'shop.xlsx: the workbook is damaged or cut off (',
    );
  });

  it.each([
    ['<worksheet><sheetData><row r="1"><c r="A1"', 'the workbook is damaged'],
    [
      '<worksheet><sheetData><row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row></sheetData></worksheet>',
      'row 1 stands behind row 2',
    ],
    [
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData></worksheet>',
      'the cell A1 is there twice',
    ],
    [
      '<worksheet><sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>',
      'it has a cell ZZZZ1',
    ],
    [
      '<worksheet><sheetData><row r="2000000"><c><v>1</v></c></row></sheetData></worksheet>',
      'a row has the number 2000000',
    ],
    [
      '<worksheet><sheetData><row r="1"><c t="s"><v>9</v></c></row></sheetData></worksheet>',
      'row 1 refers to the text 9, which is not there',
    ],
    [
      '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
      'the workbook is damaged',
    ],
  ])('is refused with a sheet such as %s', async (sheet, message) => {
    await expect(
      read(await xlsxFile([['x']], { parts: { 'xl/worksheets/sheet1.xml': sheet } })),
    ).rejects.toThrow(message);
  });

  it('is refused before it is unpacked where it is a zip bomb', async () => {
    const spaces = Buffer.alloc(100 * 1024 * 1024, ' ');
    const bomb = await xlsxFile([['x']], { parts: { 'xl/worksheets/sheet1.xml': spaces } });
    expect(bomb.length).toBeLessThan(200_000);
    await expect(read(bomb)).rejects.toThrow(
      /its part xl\/worksheets\/sheet1.xml would unpack to 100 MiB, \d+ times its size, as no workbook does/,
    );
  });

  it('is refused where a part is larger than the archive says', async () => {
    const bytes = await xlsxFile([{ name: 'S', rows: [['x'.repeat(5000)]] }]);
    const at = bytes.lastIndexOf('xl/sharedStrings.xml') - 46;
    bytes.writeUInt32LE(100, at + 24);
    await expect(read(bytes)).rejects.toThrow('the workbook is damaged');
  });

  it('is refused where repeated rows make far more than its size', async () => {
    const row = `<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" table:number-columns-repeated="100"><text:p>xxxxxxxxxx</text:p></table:table-cell></table:table-row>`;
    await expect(read(await odsFile([{ name: 'S', rows: [], behind: row }]))).rejects.toThrow(
      'the sheet unpacks to far more than its size, as no workbook does',
    );
  });

  it('is refused with a text that is too large to be one', async () => {
    const text = Array.from({ length: 4_000_000 }, (_, at) => at.toString(36)).join(' ');
    const sheet = `<worksheet><sheetData><row><c t="str"><v>${text}</v></c></row></sheetData></worksheet>`;
    await expect(
      read(await xlsxFile([['x']], { parts: { 'xl/worksheets/sheet1.xml': sheet } })),
    ).rejects.toThrow('a text in it is larger than 16 MiB');
  });
});
