// A dry run of products in an Excel workbook, most of whose texts are shared and different.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { cli, figures, inFolder, measured } from './measured.mjs';

export const title = 'Products from an Excel workbook, dry run';

export async function* measure(products = 200_000) {
  yield* inFolder(async function* (cwd) {
    const file = join(cwd, 'products.xlsx');
    await writeWorkbook(file, products);
    const args = [cli, 'catalog', 'sync', file, '--dry-run', '--json', '--company', 'comp_bench'];
    const env = {
      SEQUENZY_STATE_DIR: join(cwd, 'state'),
      SEQUENZY_API_URL: 'https://api.sequenzy.com',
    };
    const name = `${products} products of an .xlsx with ten columns`;
    yield figures(name, await measured(args, { cwd, env }), '300 MB');
  });
}

const header = [
  ...['productId', 'title', 'description', 'url', 'imageUrl', 'price', 'compareAtPrice'],
  ...['currency', 'inStock', 'Last change'],
];
/** Texts of a product, and those of the header and every row. */
const [ofProduct, ofAll] = [5, [...header, 'USD']];

async function writeWorkbook(path, count) {
  const zip = new ZipFile();
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (all) =>
    `<Relationships>${all.map(([id, type, part]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${part}"/>`).join('')}</Relationships>`;
  const parts = {
    '_rels/.rels': [relations([['a', 'officeDocument', 'xl/workbook.xml']])],
    'xl/workbook.xml': ['<workbook><sheets><sheet name="Products" r:id="a"/></sheets></workbook>'],
    'xl/_rels/workbook.xml.rels': [
      relations([
        ['a', 'worksheet', 'worksheets/sheet1.xml'],
        ['b', 'styles', 'styles.xml'],
        ['c', 'sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    'xl/styles.xml': [
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>',
    ],
    'xl/worksheets/sheet1.xml': sheet(count),
    'xl/sharedStrings.xml': strings(count),
  };
  for (const [name, lines] of Object.entries(parts)) zip.addReadStream(Readable.from(lines), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

function* strings(count) {
  yield '<sst>';
  yield ofAll.map(text).join('');
  for (let index = 0; index < count; index += 1) {
    const page = `https://shop.example/products/p-${index}`;
    const about = `Heavy cotton, cut straight, number ${index}, made to be used outdoors and repaired at home`;
    yield [`p-${index}`, `Field product ${index}`, about, page, `${page}.jpg`].map(text).join('');
  }
  yield '</sst>';
}

function* sheet(count) {
  const shared = (index) => `<c t="s"><v>${index}</v></c>`;
  yield `<worksheet><sheetData><row>${header.map((_, at) => shared(at)).join('')}</row>`;
  const [first, currency] = [ofAll.length, shared(ofAll.indexOf('USD'))];
  for (let index = 0; index < count; index += 1) {
    const texts = Array.from({ length: ofProduct }, (_, at) =>
      shared(first + index * ofProduct + at),
    );
    const price = 5 + (index % 90) + (index % 100) / 100;
    yield `<row>${texts.join('')}<c><v>${price}</v></c><c/>${currency}<c t="b"><v>1</v></c><c s="1"><v>${45000 + index / 1000}</v></c></row>`;
  }
  yield '</sheetData></worksheet>';
}

const text = (value) => `<si><t>${value}</t></si>`;
