import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../open/open-text.ts';
import { MappingNeeded } from '../../reading/home-made.ts';
import type { Mapping } from '../language/mapping.ts';
import { checkMapping } from '../language/check.ts';

const euro = { currency: 'EUR' } as const;

async function productsOf(text: string, mapping: Mapping | 'auto' = 'auto') {
  const records = await recordsOf(text, { ...euro, mapping });
  return records.map(({ product, faults }) => product ?? faults);
}

async function problemsOf(text: string): Promise<string[]> {
  const needed = await recordsOf(text, { ...euro, mapping: 'auto' }).catch(
    (error: unknown) => error,
  );
  if (!(needed instanceof MappingNeeded)) throw new Error('nothing is open');
  return needed.proposal.problems.map(({ problem }) => problem);
}

const tools = [
  'Claw hammer,T-10021,12.50,https://x.example/1.jpg,4,1',
  'Saw,T-10022,8.00,https://x.example/2.jpg,0,0',
  'Long spirit level,T-10040,24.90,https://x.example/3.jpg,12,1',
].join('\n');

describe('a table without headings', () => {
  it('is proposed by its cells, and never read unasked', async () => {
    const needed = await recordsOf(tools, euro).catch((error: unknown) => error);
    expect(needed).toBeInstanceOf(MappingNeeded);
    expect(needed).toHaveProperty('proposal.problems', []);
    expect(needed).toHaveProperty('proposal.mapping', {
      fields: {
        productId: 'column 2',
        title: 'column 1',
        imageUrl: 'column 4',
        price: { from: 'column 3', decimal: '.' },
      },
      header: 'none',
    });
    expect(await productsOf(tools)).toMatchObject([
      { productId: 'T-10021', title: 'Claw hammer', priceCents: 1250 },
      { productId: 'T-10022', title: 'Saw', priceCents: 800 },
      { productId: 'T-10040', imageUrl: 'https://x.example/3.jpg', priceCents: 2490 },
    ]);
  });

  it('has signs beside amounts, titles as ids where no codes are there, and a description', async () => {
    const text = [
      'Blue mug;A blue mug for every day of the week;€ 12,50;kitchen',
      'White cup;This white cup is white and goes into the oven;€ 8;kitchen',
      'Steel pot;Our pot of steel, with a lid made of glass;€ 1.049,00;kitchen',
      'Iron pan;Iron pan that lasts longer than you will;€ 30;kitchen',
      'Big jug;A big jug of two litres, washed by hand only;€ 19,90;kitchen',
    ].join('\n');
    expect(await productsOf(text)).toMatchObject([
      {
        productId: 'Blue mug',
        title: 'Blue mug',
        description: 'A blue mug for every day of the week',
      },
      { productId: 'White cup', priceCents: 800 },
      { productId: 'Steel pot', priceCents: 104900, currency: 'EUR' },
      { productId: 'Iron pan', priceCents: 3000 },
      { productId: 'Big jug', priceCents: 1990 },
    ]);
  });

  it('has its price in the only amounts that all have cents', async () => {
    const text = [
      'Pineapple;6;2.99;1.2',
      'Apple juice;45;0.99;0.5',
      'Baking powder;20;0.29;0.1',
      'Avocado;10;1.99;2.0',
      'Banana;68;1.39;1.0',
    ].join('\n');
    expect(await productsOf(text)).toMatchObject([
      { productId: 'Pineapple', priceCents: 299 },
      { priceCents: 99 },
      { priceCents: 29 },
      { priceCents: 199 },
      { priceCents: 139 },
    ]);
  });

  it.each([
    [
      'two columns of prices',
      'Mug,12.50,9.90\nCup,8.00,7.10\nPot,19.90,15.00',
      '"column 2" and "column 3" can both be price',
    ],
    ['weights', 'Mug,1.5,120\nCup,0.5,80\nPot,2.5,200', 'no column is the price without doubt'],
    [
      'two codes',
      'A-10021,K-99120,Mug,9.50\nA-10077,K-99121,Cup,8.00\nA-10099,K-99500,Pot,7.00',
      '"column 1" and "column 2" can both be productId',
    ],
    [
      'two texts',
      'A-10021,Mug,Kitchen,9.50\nA-10077,Cup,Table,8.00\nA-10099,Pot,Garden,7.00',
      '"column 2" and "column 3" can both be title',
    ],
    [
      'a colour that differs',
      'T-10021,T-shirt,Red,9.50\nT-10077,T-shirt,Blue,8.00\nT-10099,T-shirt,White,7.00',
      '"column 3" and "column 2" can both be title',
    ],
    [
      'rows that are counted',
      '1,Blue mug,9.50\n2,White cup,8.00\n3,Steel pot,7.00\n4,Iron pan,5.00\n5,Blue mug,9.00',
      'no column holds codes that tell the products apart without doubt',
    ],
  ])('leaves %s to the user', async (_, text, problem) => {
    expect(await problemsOf(text)).toContainEqual(expect.stringContaining(problem));
  });

  it.each([
    ['id-like stock', 'Mug,12.50,120\nCup,8.00,340\nPot,9.10,210'],
    ['sizes', 'Mug,12.50,12x7\nCup,8.00,10x8\nPot,9.10,20x9'],
    ['vintages', 'Merlot,12.50,2015\nRiesling,8.00,2018\nRosé,9.10,2020'],
  ])('does not take %s for ids', async (_, text) => {
    expect(await productsOf(text)).toMatchObject([
      { productId: expect.stringMatching(/^\p{L}+$/u) as string },
      { productId: expect.stringMatching(/^\p{L}+$/u) as string },
      { productId: expect.stringMatching(/^\p{L}+$/u) as string },
    ]);
  });

  it.each([
    ['one row', 'Axe;3;500;15.00\n'],
    ['years over columns', 'Product line,2023,2024\nMugs,12.50,13.50\nCups,8.00,9.00\n'],
    [
      'a heading among numbers',
      'name,2023,2024\nMugs,12.50,13.50\nCups,8.00,9.00\nPots,8.00,9.00\n',
    ],
  ])('is not seen in %s', async (_, text) => {
    await expect(productsOf(text)).rejects.toThrow();
  });
});

const letters = fc.stringMatching(/^[a-z]{4,9}$/);
const product = fc.record({
  id: fc.integer({ min: 10_000, max: 99_999 }),
  title: fc.tuple(letters, letters).map(([one, two]) => `${one} ${two}`),
  cents: fc.integer({ min: 1, max: 99_999 }),
  stock: fc.integer({ min: 0, max: 300 }),
  isOn: fc.boolean(),
  kind: fc.constantFrom('toys', 'books', 'garden'),
});
const shop = fc.record({
  products: fc.uniqueArray(product, {
    ...{ minLength: 3, maxLength: 12 },
    comparator: (one, other) => one.id === other.id || one.title === other.title,
  }),
  // Without titles, kinds that all differ would be taken for them.
  order: fc
    .shuffledSubarray(['stock', 'isOn', 'kind', 'id', 'title', 'price'], { minLength: 3 })
    .filter((order) => order.includes('title')),
});

type Shop = typeof shop extends fc.Arbitrary<infer Made> ? Made : never;

function rowsOf({ products, order }: Shop): string[][] {
  return products.map(({ id, title, cents, stock, isOn, kind }) => {
    const cells: Record<string, string> = {
      ...{ id: `A-${String(id)}`, title, stock: String(stock), isOn: isOn ? '1' : '0', kind },
      price: (cents / 100).toFixed(2),
    };
    return order.map((name) => cells[name] ?? '');
  });
}

describe('any table without headings', () => {
  it('is read as it was written, or refused', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(shop, async (made) => {
        const text = rowsOf(made)
          .map((cells) => cells.join(';'))
          .join('\n');
        await expect(recordsOf(text, euro)).rejects.toThrow();
        const found = await productsOf(text).catch(() => undefined);
        if (found === undefined) return;
        read += 1;
        const hasIds = made.order.includes('id');
        expect(found).toMatchObject(
          made.products.map(({ id, title, cents }) => ({
            productId: hasIds ? `A-${String(id)}` : title,
            title,
            priceCents: cents,
          })),
        );
      }),
      { numRuns: 60 },
    );
    expect(read).toBeGreaterThan(0);
  });

  it('is read by numbers, letters and names of columns, its first line included', async () => {
    await fc.assert(
      fc.asyncProperty(shop, fc.constantFrom('number', 'letter', 'name'), async (made, by) => {
        fc.pre(['id', 'title', 'price'].every((name) => made.order.includes(name)));
        const text = rowsOf(made)
          .map((cells) => cells.join(';'))
          .join('\n');
        const column = (name: string) => {
          const at = made.order.indexOf(name);
          if (by === 'number') return at + 1;
          return by === 'letter' ? 'ABCDEF'.charAt(at) : `column ${String(at + 1)}`;
        };
        const checked = checkMapping({
          header: 'none',
          fields: {
            productId: column('id'),
            title: column('title'),
            price: { from: column('price') },
          },
        });
        if (!checked.ok) throw new Error(checked.problem);
        expect(await productsOf(text, checked.mapping)).toMatchObject(
          made.products.map(({ id, title, cents }) => ({
            productId: `A-${String(id)}`,
            title,
            priceCents: cents,
          })),
        );
      }),
      { numRuns: 60 },
    );
  });
});
