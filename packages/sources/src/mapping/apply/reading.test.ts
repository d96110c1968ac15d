import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../open/open-text.ts';
import { textOf, valueAt } from '../language/path.ts';
import { checkMapping } from '../language/check.ts';
import type { Mapping } from '../language/mapping.ts';

async function productsOf(
  rows: readonly (readonly string[])[],
  mapping: Mapping | 'auto',
  before = '',
) {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const text = before + rows.map((cells) => cells.map(cell).join(',')).join('\n');
  const records = await recordsOf(text, { mapping, currency: 'EUR' });
  return records.map(({ product, faults }) => product ?? faults.map(({ message }) => message));
}

const cents = fc.integer({ min: 1, max: 99_999_999 });
const decimals = fc.constantFrom<['.', ',']>('.', ',');

/** 123456 -> `1.234,56` */
function written(amount: number, decimal: '.' | ',', grouping: boolean): string {
  const [whole = '', rest = ''] = (amount / 100).toFixed(2).split('.');
  const thousands = decimal === '.' ? ',' : '.';
  return (grouping ? whole.replace(/\B(?=(\d{3})+$)/g, thousands) : whole) + decimal + rest;
}

describe('a mapping', () => {
  it('reads all variants out of one column, whatever it is called', async () => {
    const list = [
      { variantId: 7, title: 'S', price: 19.99, options: [{ name: 'Size', value: 'S' }] },
      { variant_id: 8, title: 'M', price: '21.50', inStock: 0 },
    ];
    const rows = [
      ['ID', 'Name', 'Price', 'Sizes'],
      ['1', 'Tee', '19.99', JSON.stringify(list)],
      ['2', 'Cap', '5', ''],
      ['3', 'Hat', '5', JSON.stringify([{ variantId: 9, title: 'L', price: 'x' }])],
      ['4', 'Mug', '5', '{}'],
    ];
    const fields = { productId: 'ID', title: 'Name', price: 'Price' };
    const expected = [
      {
        productId: '1',
        priceCents: 1999,
        variants: [
          { variantId: '7', title: 'S', priceCents: 1999, options: list[0]?.options },
          { variantId: '8', title: 'M', priceCents: 2150, inStock: false },
        ],
      },
      expect.not.objectContaining({ variants: expect.anything() as unknown }),
      ['"x" is not an amount such as 19.99'],
      ['is not a list of JSON objects'],
    ];
    const mappings: Mapping[] = [
      { fields, variants: 'Sizes' },
      { fields: { ...fields, variants: { from: ['Sizes'] } } },
    ];
    for (const mapping of mappings) {
      expect(await productsOf(rows, mapping)).toMatchObject(expected);
    }
    expect(await productsOf(rows.slice(0, 3), 'auto')).toMatchObject(expected.slice(0, 2));
    expect(checkMapping({ fields: { variants: 'A' }, variants: 'B' })).toMatchObject({
      problem: 'variants is named twice, beside the fields and among them',
    });
  });

  it('reads all variants out of a list in documents', async () => {
    const sizes = [{ variantId: 7, title: 'S', price: 19.99 }];
    const text = JSON.stringify([{ nr: 1, name: 'Tee', stock: { sizes } }]);
    const mapping = { fields: { productId: 'nr', title: 'name' }, variants: 'stock.sizes' };
    const [tee] = await recordsOf(text, { mapping, currency: 'EUR' });
    expect(tee?.product).toMatchObject({
      currency: 'EUR',
      variants: [{ variantId: '7', title: 'S', priceCents: 1999 }],
    });
  });

  it('reads amounts exactly, however they are written, and refuses those of another currency', async () => {
    const mark = fc.constantFrom('', '€', '€ ', 'EUR ', ' €', ' EUR', ' eur', '£', 'USD ', ' zł');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cents, mark), { minLength: 1, maxLength: 6 }),
        decimals,
        fc.boolean(),
        async (amounts, decimal, grouping) => {
          const rows = amounts.map(([amount, own], at) => {
            const text = written(amount, decimal, grouping);
            return [`p${String(at)}`, own.startsWith(' ') ? text + own : own + text];
          });
          const found = await productsOf([['ID', 'Cost'], ...rows], {
            fields: { productId: 'ID', title: 'ID', price: { from: 'Cost', decimal } },
          });
          for (const [at, [amount, own]] of amounts.entries()) {
            const isOther = /£|USD|zł/.test(own);
            if (isOther) expect(found[at]).toEqual([expect.stringContaining('EUR')]);
            else expect(found[at]).toMatchObject({ priceCents: amount, currency: 'EUR' });
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('reads minor units as they are', async () => {
    await fc.assert(
      fc.asyncProperty(cents, async (amount) => {
        const [one] = await productsOf(
          [
            ['ID', 'Cost'],
            ['p', String(amount)],
          ],
          {
            fields: { productId: 'ID', title: 'ID', price: { from: 'Cost', minorUnits: true } },
          },
        );
        expect(one).toMatchObject({ priceCents: amount });
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['en', 'yes', 'no', 'in stock', 'sold out'],
    ['de', 'ja', 'nein', 'auf Lager', 'ausverkauft'],
    ['fr', 'oui', 'non', 'EN STOCK', 'rupture de stock'],
    ['es', 'sí', 'no', 'disponible', 'agotado'],
    ['it', 'sì', 'no', 'disponibile', 'esaurito'],
    ['pt', 'sim', 'não', 'em estoque', 'esgotado'],
    ['nl', 'ja', 'nee', 'op voorraad', 'uitverkocht'],
    ['pl', 'tak', 'nie', 'na stanie', 'brak'],
    ['ru', 'да', 'нет', 'в наличии', 'нет в наличии'],
    ['Excel', 'WAHR', 'FALSCH', 'VRAI', 'FAUX'],
    ['machines', 'true', '0', 'publish', 'draft'],
  ])('reads yes and no in %s', async (_, ...words) => {
    const rows = words.map((word, at) => [`p${String(at)}`, word]);
    const found = await productsOf([['ID', 'There'], ...rows], {
      fields: { productId: 'ID', title: 'ID', inStock: 'There' },
    });
    expect(found).toMatchObject([true, false, true, false].map((inStock) => ({ inStock })));
  });

  it('never takes a word that it does not know for yes or no', async () => {
    const [one] = await productsOf(
      [
        ['ID', 'There'],
        ['p', 'maybe'],
      ],
      {
        fields: { productId: 'ID', title: 'ID', inStock: 'There' },
      },
    );
    expect(one).toEqual([expect.stringContaining('maybe')]);
  });

  it('makes a variant of every entry of a list, each once', async () => {
    const entry = fc.stringMatching(/^[A-Z]{1,3}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 5 }), async (entries) => {
        const [one] = await productsOf(
          [
            ['ID', 'Sizes'],
            ['p', entries.join(' | ')],
          ],
          {
            fields: { productId: 'ID', title: 'ID' },
            variants: { option: 'Size', from: 'Sizes', split: '|' },
          },
        );
        const expected = [...new Set(entries)].map((title) => ({ variantId: `p#${title}`, title }));
        expect(one).toMatchObject({ variants: expected });
      }),
      { numRuns: 20 },
    );
  });

  it('reads the value at any path of a document', () => {
    const key = fc.stringMatching(/^[a-z]{1,5}$/);
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), fc.nat(3), (keys, index) => {
        const leaf: unknown[] = ['a', 'b', 'c', 'd'];
        const value = keys.reduceRight<unknown>((inner, one) => ({ [one]: inner }), leaf);
        const path = keys.join('.');
        expect(textOf(valueAt(value, `${path}[${String(index)}]`, 0))).toBe(leaf[index]);
        expect(textOf(valueAt(value, `${path}[]`, index))).toBe(leaf[index]);
        expect(textOf(valueAt(value, path, 0))).toBe('a');
        expect(textOf(valueAt(value, `${path}.none`, 0))).toBe('');
        expect(textOf(valueAt(value, `${path}[9]`, 0))).toBe('');
      }),
    );
  });
});

describe('a proposal', () => {
  it('is the same whatever the order, the case and the spaces of the headings', async () => {
    const columns = [
      ['ID', '1', '2'],
      ['Name', 'Mug', 'Cup'],
      ['Price', '9.50', '8.25'],
      ['Stock', '5', '0'],
      ['', '', ''],
      ['Notes', 'x', 'y'],
    ];
    const space = fc.constantFrom('', ' ', '\u00a0');
    const spelling = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(columns, { minLength: columns.length }),
        space,
        spelling,
        fc.constantFrom('', '\ufeff'),
        async (shuffled, around, spell, mark) => {
          const rows = [0, 1, 2].map((at) => shuffled.map((column) => column[at] ?? ''));
          const [head = [], ...others] = rows;
          const names = head.map((name) => around + spell(name) + around);
          const [one, two] = await productsOf([names, ...others], 'auto', mark);
          expect(one).toMatchObject({
            productId: '1',
            title: 'Mug',
            priceCents: 950,
            inStock: true,
          });
          expect(two).toMatchObject({ productId: '2', priceCents: 825, inStock: false });
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each([
    [['id', 'name', 'price', 'cost'], ['1', 'Mug', '9', '4'], { priceCents: 900 }],
    [['id', 'product', 'article', 'price'], ['1', 'Mug', 'Cup', '9'], 'can both be title'],
    [['id', 'name', 'name', 'price'], ['1', 'Mug', 'Cup', '9'], 'name'],
    [['id', 'name', 'price', 'unit price'], ['1', 'Mug', '9', '4'], 'can both be price'],
    [['id', 'price'], ['1', '9'], 'no column is recognised as title'],
    [['id', 'name', 'price'], ['1', 'Mug', '1,295'], 'can be 1295 or 1.295'],
  ])('of %j says what is open', async (names, cells, expected) => {
    const found = await productsOf([names, cells], 'auto').catch((error: unknown) => String(error));
    if (typeof expected === 'string') expect(found).toContain(expected);
    else expect(found).toMatchObject([expected]);
  });
});
