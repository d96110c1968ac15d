import type { Mapping } from '../language/mapping.ts';
import { entriesOf, type Cells } from '../language/rule.ts';
import type { Form, Part, SlotMaker } from './apply.ts';
import { yesOrNo, type Slot } from './slot.ts';

/** What a variant takes over from its product, where it has nothing of its own. */
const inherited = [
  ['price', 'variantPrice'],
  ['priceCents', 'variantPriceCents'],
  ['salePrice', 'variantSalePrice'],
  ['compareAtPrice', 'variantCompareAtPrice'],
  ['compareAtPriceCents', 'variantCompareAtPriceCents'],
] as const;

const cellOf = {
  inventoryQuantity: 'variantInventoryQuantity',
  inStock: 'variantInStock',
  price: 'variantPrice',
} as const;

/** The variants that stand in columns of a product's row, or in one cell of it. */
export function variantForms<Given>(
  variants: Exclude<Mapping['variants'], string>,
  own: readonly Slot<Part<Given>>[],
  slot: SlotMaker<Given>,
  cells: Cells<Given>,
): readonly Form<Given>[] {
  if (variants === undefined) return [];
  const { option } = variants;
  const id = own.find(({ field }) => field === 'productId');
  const ofEntry = (field: string, textOf: (part: Part<Given>) => string): Slot<Part<Given>> => ({
    field,
    decimal: undefined,
    columns: [],
    original: textOf,
    read: (part) => ({ is: 'text', text: textOf(part) }),
  });
  const named = [
    ofEntry('variantId', (part) => `${id?.original(part) ?? ''}#${part.entry}`),
    ofEntry('variantTitle', ({ entry }) => entry),
    ofEntry('option1Name', () => option),
    ofEntry('option1Value', ({ entry }) => entry),
    ...inherited.flatMap(([from, to]) => {
      const slotOfProduct = own.find(({ field }) => field === from);
      return slotOfProduct === undefined ? [] : [{ ...slotOfProduct, field: to }];
    }),
  ];
  if ('from' in variants) {
    const stock = own.find(({ field }) => field === 'inStock' || field === 'inventoryQuantity');
    if (stock !== undefined) named.push(whether(stock));
    const list = cells(variants.from) ?? (() => '');
    const partsOf = (record: Given): Part<Given>[] =>
      [...new Set(entriesOf(list(record), variants.split))].map((entry) => ({ record, entry }));
    return [{ slots: [...own, ...named], partsOf }];
  }
  return Object.entries(variants.columns).map(([column, value]) => {
    const cell = cells(column) ?? (() => '');
    const held = slot(cellOf[variants.holds ?? 'inventoryQuantity'], column);
    // The cell of the column comes before what the product says.
    return {
      slots: [...own, held, ...named.filter(({ field }) => field !== held.field)],
      partsOf: (record) => (cell(record) === '' ? [] : [{ record, entry: value }]),
    };
  });
}

/** Whether there are any, out of a field that says so or how many. */
function whether<Given>(stock: Slot<Part<Given>>): Slot<Part<Given>> {
  return {
    ...stock,
    field: 'variantInStock',
    read(part) {
      const outcome = stock.read(part);
      return outcome.is === 'text' ? { is: 'text', text: yesOrNo(outcome.text) } : outcome;
    },
  };
}
