/** The files of a new platform, whose every row is a product, by their names. They pass all tests as they are. */
export function templatesFor({ name, label, variable }) {
  const columns = `import type { Columns } from '../../../table/columns.ts';

export type Field = 'id' | 'title' | 'price' | 'currency' | 'stock' | 'image' | 'url';

/** Source: say where the header comes from, such as an export that was downloaded, and when. */
export const columns: Columns<Field> = {
  fields: {
    id: ['${label} ID'],
    title: ['${label} Title'],
    price: ['${label} Price'],
    currency: ['${label} Currency'],
    stock: ['${label} Stock'],
    image: ['${label} Image'],
    url: ['${label} Link'],
  },
  required: ['id', 'title', 'price'],
  anyOf: [],
  ignored: [],
};
`;
  const map = `import type { Product } from 'sequenzy-contract';
import { picturedBy } from '../../../kinds/products/described.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import { priced } from '../../../kinds/products/variants.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import type { Field } from './columns.ts';

/** One product out of a row. */
export function mapRows([row, second]: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  if (second !== undefined) {
    const message = \`has the same id as the product \${row.seenFrom(second)}\`;
    reader.faults.push(second.fault('id', message));
  }
  const productId = reader.id(row, 'id');
  const currency = row.get('currency').toUpperCase() || settings.currency;
  const stock = reader.integer(row, 'stock');
  const url = row.get('url');
  if (currency === undefined) reader.faults.push(row.fault('currency', 'is required'));
  const product: Product = {
    productId: productId ?? '',
    title: reader.required(row, 'title') ?? '',
    ...(url !== '' && { url }),
    ...picturedBy(row.get('image'), row, 'image', settings),
    ...(currency !== undefined &&
      priced({ priceCents: reader.money(row, 'price', currency) }, currency, false)),
    ...(stock !== undefined && { inStock: stock > 0 }),
  };
  return { key: productId, product, faults: reader.faults, variants: 0 };
}

/** Rows of one id are read together, so that the second one is seen. */
export function idOf(row: Row<Field>): string | undefined {
  return row.get('id') || undefined;
}
`;
  const index = `import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { columns } from './columns.ts';
import { idOf, mapRows } from './map.ts';

/** The products of a shop on ${label}. */
export const ${variable} = defineSource({
  name: '${name}',
  label: '${label} product export',
  marksUnpublished: false,
  metadata: {
    files: ${JSON.stringify(filesOf(label))},
    needs: ${JSON.stringify(needs)},
    maps: ${JSON.stringify(mapsOf(label))},
    assumes: ${JSON.stringify(assumes)},
  },
  table: { columns, trailingCellsMayBeCut: false, keyOf: idOf, map: plainTitles(mapRows) },
});
`;
  const header = ['ID', 'Title', 'Price', 'Currency', 'Stock', 'Image', 'Link'].map(
    (word) => `${label} ${word}`,
  );
  const sample = `import type { ConformanceSample } from '../../../../conformance/sample.ts';

/** In the shape of the export, invented. */
export const ${variable}Sample: ConformanceSample = {
  header: ${JSON.stringify(header)},
  rows: ${JSON.stringify(rows)},
  options: {},
};
`;
  const test = `import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../../open/open-text.ts';

const header =
  '${header.join(',')}\\n';

describe('a table of ${label}', () => {
  it('is read row by row', async () => {
    const [record] = await recordsOf(\`\${header}7,Tee,19.99,EUR,0,,https://x.example/tee\\n\`);
    expect(record?.product).toEqual({
      productId: '7',
      title: 'Tee',
      url: 'https://x.example/tee',
      priceCents: 1999,
      currency: 'EUR',
      inStock: false,
    });
  });

  it.each([
    ['7,Tee,1,EUR,1,,\\n7,Mug,1,EUR,1,,\\n', 'has the same id as the product on line 2'],
    ['7,,1,EUR,1,,\\n', 'is required'],
    ['7,Tee,€5,USD,1,,\\n', '"€5" is not an amount in USD'],
    ['7,Tee,1,EUR,some,,\\n', 'expected a whole number, got "some"'],
  ])('refuses %s', async (rows, message) => {
    const [record] = await recordsOf(header + rows);
    expect(record?.faults.map((fault) => fault.message)).toContain(message);
  });
});
`;
  return {
    'columns.ts': columns,
    'map.ts': map,
    'index.ts': index,
    'map.test.ts': test,
    'fixtures/sample.ts': sample,
    'fixtures/golden.json': `${JSON.stringify(golden, null, 2)}\n`,
  };
}

/** What docs/sources.md says of it: what \`sources show\` prints. */
export function sectionFor({ name, label }) {
  const fields = Object.entries(mapsOf(label)).map(([field, from]) => `| \`${field}\` | ${from} |`);
  return `### ${name}

${label} product export. ${filesOf(label)}.

Recognised by: CSV with the columns ${label} ID, ${label} Title, ${label} Price.

Must be given: ${needs.join('; ')}.

| Field | Comes from |
| --- | --- |
${fields.join('\n')}

Assumed:

${assumes.map((one) => `- ${one}`).join('\n')}
`;
}

const filesOf = (label) => `CSV, from the admin of ${label}`;
const needs = ['the currency, where a row has none'];
const assumes = ['Two rows of one id are refused.'];

const mapsOf = (label) => ({
  productId: `${label} ID`,
  title: `${label} Title`,
  imageUrl: `${label} Image`,
  url: `${label} Link`,
  priceCents: `${label} Price`,
  currency: `${label} Currency`,
  inStock: `whether ${label} Stock is above 0`,
});

const rows = [
  ['1', 'Mug', '14.50', 'EUR', '3', 'https://x.example/mug.jpg', 'https://x.example/mug'],
  ['2', 'Tee', '19.99', 'EUR', '0', '', ''],
];

const golden = [
  {
    line: 2,
    product: {
      productId: '1',
      title: 'Mug',
      imageUrl: 'https://x.example/mug.jpg',
      url: 'https://x.example/mug',
      priceCents: 1450,
      currency: 'EUR',
      inStock: true,
    },
  },
  {
    line: 3,
    product: {
      productId: '2',
      title: 'Tee',
      priceCents: 1999,
      currency: 'EUR',
      inStock: false,
    },
  },
];
