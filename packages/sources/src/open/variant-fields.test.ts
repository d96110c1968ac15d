import { expect, it } from 'vitest';
import { openText } from './open-text.ts';

async function fieldsOf(text: string): Promise<string[]> {
  const catalog = await openText(text, { currency: 'EUR' });
  await catalog.close();
  return [...catalog.variantFields]
    .filter((name) => !/^(variantId|title|inStock)$/.test(name))
    .toSorted();
}

const every = [
  ...['compareAtPriceCents', 'imageUrl', 'inventoryQuantity', 'options', 'priceCents', 'sku'],
];

it('is a place for every field where a table has the columns, however empty they are', async () => {
  const shopify =
    'Handle,Title,Variant SKU,Variant Price,Variant Compare At Price,Variant Image,Variant Inventory Qty,Status\n';
  expect(await fieldsOf(`${shopify}tee,Tee,,9.50,,,,active\n`)).toEqual(every);
  const generic =
    'productId,title,variantId,variantTitle,variantSku,variantPrice,variantCompareAtPrice,variantImageUrl,variantInventoryQuantity,option1Name,option1Value\n';
  expect(await fieldsOf(`${generic}tee,Tee,red,Red,,,,,,,\n`)).toEqual(every);
});

it('is a place for the price before a sale where a table has a column of sale prices', async () => {
  const woo = (sale: string, cell: string) =>
    `ID,Type,SKU,Name,Published,In stock?,Stock,${sale}Regular price,Parent,Images\n` +
    `1,variable,t,Tee,1,1,,${cell},,\n2,variation,t-s,Tee,1,1,3,${cell}9.50,t,\n`;
  const known = ['imageUrl', 'inventoryQuantity', 'options', 'priceCents', 'sku'];
  expect(await fieldsOf(woo('', ''))).toEqual(known);
  expect(await fieldsOf(woo('Sale price,', ','))).toEqual(['compareAtPriceCents', ...known]);
});

it('is no place for a field that a table has no column for', async () => {
  const shopify = 'Handle,Title,Variant Price,Status\ntee,Tee,9.50,active\n';
  expect(await fieldsOf(shopify)).toEqual(['options', 'priceCents']);
  const generic = 'productId,title,variantId,variantTitle\ntee,Tee,red,Red\n';
  expect(await fieldsOf(generic)).toEqual([]);
});

it('is a place for a field that documents have a key for, also where it is null', async () => {
  const variant = { id: 1, title: 'Red', option1: 'Red', price: '9.50', sku: null };
  const product = { id: 7, handle: 'tee', title: 'Tee', image: null, images: [] };
  const rest = { ...product, variants: [{ ...variant, compare_at_price: null }] };
  expect(await fieldsOf(JSON.stringify({ products: [rest] }))).toEqual([
    ...['compareAtPriceCents', 'options', 'priceCents', 'sku'],
  ]);
  const generic = { variantId: 'red', title: 'Red', sku: null, imageUrl: null };
  const tee = { productId: 'tee', title: 'Tee', variants: [generic] };
  expect(await fieldsOf(JSON.stringify([tee]))).toEqual(['imageUrl', 'sku']);
});
