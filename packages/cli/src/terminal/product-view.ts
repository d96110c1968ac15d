import { formatMoney, type StoredProduct, type StoredVariant } from 'sequenzy-contract';
import type { Printer } from './printer.ts';
import { printTable } from './table.ts';
import { number } from './wording.ts';

const columns = ['productId', 'title', 'price', 'in stock', 'variants', 'provider'] as const;

/** A table on a terminal; elsewhere one line a product, tab-separated, for `cut` and `grep`. */
export function printProducts(
  products: readonly StoredProduct[],
  printer: Printer,
  isTerminal: boolean,
): void {
  const rows = products.map((product) => [
    idOf(product),
    product.title ?? '',
    money(product.priceCents, product.currency),
    yesNo(product.inStock),
    number(product.variants?.length ?? 0),
    product.provider ?? '',
  ]);
  if (isTerminal) printTable(columns, rows, printer);
  else for (const row of rows) printer.fields(row);
}

/** One product, field by field. */
export function printProduct(product: StoredProduct, printer: Printer): void {
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ['productId', idOf(product)],
    ['title', product.title],
    ['price', money(product.priceCents, product.currency)],
    ['compare at', money(product.compareAtPriceCents, product.currency)],
    ['in stock', yesNo(product.inStock)],
    ['url', product.url],
    ['image', product.imageUrl],
    ['description', product.description],
    ['provider', product.provider],
    ['created', product.createdAt],
    ['updated', product.updatedAt],
  ];
  for (const [name, value] of fields) {
    if (value !== null && value !== undefined && value !== '') {
      printer.beside([['dim', name]], value, 15);
    }
  }
  const variants = product.variants ?? [];
  if (variants.length > 0) printTable(variantColumns, variants.map(variantRow(product)), printer);
}

const variantColumns = ['variantId', 'title', 'sku', 'price', 'in stock', 'quantity'] as const;

function variantRow({ currency }: StoredProduct): (variant: StoredVariant) => string[] {
  return (variant) => [
    variant.variantId ?? '',
    variant.title ?? '',
    variant.sku ?? '',
    money(variant.priceCents, variant.currency ?? currency),
    yesNo(variant.inStock),
    typeof variant.inventoryQuantity === 'number' ? number(variant.inventoryQuantity) : '',
  ];
}

/** Products of other providers carry their id under another name. */
function idOf({ productId, providerProductId, id }: StoredProduct): string {
  return productId ?? providerProductId ?? id ?? '';
}

/** Without a currency the number of decimals is unknown: the amount is shown as it is stored. */
function money(cents: number | null | undefined, currency: string | null | undefined): string {
  if (typeof cents !== 'number') return '';
  if (typeof currency !== 'string' || !Number.isSafeInteger(cents))
    return `${String(cents)} (minor units)`;
  return `${formatMoney(cents, currency)} ${currency}`;
}

function yesNo(value: boolean | null | undefined): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : '';
}
