import type { Product, Variant } from 'sequenzy-contract';
import type { Mapped, Settings } from '../../source.ts';
import { CellReader } from '../../table/cells.ts';
import type { Row, Rows } from '../../table/row.ts';
import type { Field } from './columns.ts';
import { firstFilled } from './first-filled.ts';
import { notesOf } from './notes.ts';
import { readSale } from './sale.ts';
import { htmlToText, withoutApostrophe } from './text.ts';
import { readVariants, type ReadVariant } from './variants.ts';

/** One product out of the rows with its handle. */
export function mapRows(rows: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader();
  const handle = reader.required(rows[0], 'handle') ?? '';
  const productId = idOf(rows, reader) ?? '';
  const titleRow = firstFilled(rows, 'title');
  const title = withoutApostrophe(reader.required(titleRow, 'title') ?? '');
  const sale = readSale(rows, reader);
  const read = readVariants(rows, title, settings.currency, reader);
  const product: Product = {
    productId,
    title,
    ...described(rows, settings),
    ...(settings.storeUrl !== undefined && { url: pageOf(handle, settings.storeUrl) }),
    ...pricesOf(read, rows[0], settings.currency),
    ...stockOf(read, sale.obstacle === undefined),
  };
  const isLeftOut = sale.obstacle !== undefined && !settings.includeUnpublished;
  return {
    key: productId || undefined,
    product,
    faults: reader.faults,
    variants: read.length,
    ...(isLeftOut && { skip: sale.obstacle }),
    notes: notesOf(rows, sale, read),
    claims: read.flatMap(({ sku }) => (sku === undefined ? [] : [sku])),
  };
}

/** The handle, or what stands in the column that the user chose. */
function idOf(rows: Rows<Field>, reader: CellReader): string | undefined {
  if (!rows[0].has('id')) return reader.id(rows[0], 'handle');
  const row = firstFilled(rows, 'id');
  return reader.required(row, 'id') === undefined ? undefined : reader.id(row, 'id');
}

function described(
  rows: Rows<Field>,
  settings: Settings,
): Pick<Product, 'description' | 'imageUrl'> {
  const description = htmlToText(firstFilled(rows, 'description').get('description'));
  const imageUrl = firstImage(rows);
  const isCleared = (field: Field): boolean => settings.empty === 'clear' && rows[0].has(field);
  return {
    ...(description !== '' && { description: withoutApostrophe(description) }),
    ...(description === '' && isCleared('description') && { description: null }),
    ...(imageUrl !== '' && { imageUrl }),
    ...(imageUrl === '' && isCleared('image') && { imageUrl: null }),
  };
}

/** The one with the lowest position, else the first. */
function firstImage(rows: Rows<Field>): string {
  const images = rows.filter((row) => row.get('image') !== '');
  const position = (row: Row<Field>): number =>
    /^\d+$/.test(row.get('imagePosition')) ? Number(row.get('imagePosition')) : Infinity;
  const first = images.reduce<Row<Field> | undefined>(
    (best, row) => (best === undefined || position(row) < position(best) ? row : best),
    undefined,
  );
  return first?.get('image') ?? '';
}

/** Source: the form of the platform's own product pages. */
function pageOf(handle: string, storeUrl: string): string {
  return `${storeUrl}/products/${encodeURIComponent(handle)}`;
}

/** The lowest price, and the discount of that variant. No discount clears one that was stored: the sale is over. */
function pricesOf(
  read: readonly ReadVariant[],
  row: Row<Field>,
  currency: string | undefined,
): Pick<Product, 'priceCents' | 'compareAtPriceCents' | 'currency'> {
  const cheapest = read
    .map(({ variant }) => variant)
    .reduce<Variant | undefined>(
      (best, one) => (priceOf(one) < priceOf(best) ? one : best),
      undefined,
    );
  if (typeof cheapest?.priceCents !== 'number' || currency === undefined) return {};
  return {
    priceCents: cheapest.priceCents,
    ...(row.has('compareAtPrice') && { compareAtPriceCents: cheapest.compareAtPriceCents ?? null }),
    currency,
  };
}

function priceOf(variant: Variant | undefined): number {
  return variant?.priceCents ?? Infinity;
}

/** What is not on sale is out of stock, so that nobody is told that it is back. */
function stockOf(
  read: readonly ReadVariant[],
  isOnSale: boolean,
): Pick<Product, 'inStock' | 'variants'> {
  const variants = read.map(({ variant }) => (isOnSale ? variant : { ...variant, inStock: false }));
  if (variants.length === 0) return isOnSale ? {} : { inStock: false };
  if (variants.some(({ inStock }) => inStock === true)) return { inStock: true, variants };
  // Out of stock only where that is known of every variant.
  const isKnown = variants.every(({ inStock }) => inStock === false);
  return isKnown ? { inStock: false, variants } : { variants };
}
