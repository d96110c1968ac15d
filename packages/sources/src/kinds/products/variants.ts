import type { Product, Variant } from 'sequenzy-contract';
import { counted, verb } from '../../text/counted.ts';
import type { CellReader } from '../../table/cells.ts';
import type { Row } from '../../table/row.ts';

/** What something costs now, and what it cost before where that was more. */
export interface Price {
  readonly priceCents?: number;
  readonly compareAtPriceCents?: number;
}

/** A sale price counts where it is below the regular one, which then becomes the price before. */
export function salePrice(regular: number | undefined, sale: number | undefined): Price {
  if (regular === undefined) return sale === undefined ? {} : { priceCents: sale };
  if (sale === undefined || sale >= regular) return { priceCents: regular };
  return { priceCents: sale, compareAtPriceCents: regular };
}

/**
 * The lowest price, and the discount of that variant.
 *
 * @param tellsDiscounts Whether the file would say so if there were a discount: then none clears one that was stored,
 * because the sale is over.
 */
export function pricesOf(
  variants: readonly Priced[],
  currency: string | undefined,
  tellsDiscounts: boolean,
): Pick<Product, 'priceCents' | 'compareAtPriceCents' | 'currency'> {
  const cheapest = variants.reduce<Priced | undefined>(
    (best, one) => (amountOf(one) < amountOf(best) ? one : best),
    undefined,
  );
  const { priceCents, compareAtPriceCents } = cheapest ?? {};
  return priced({ priceCents, compareAtPriceCents }, currency, tellsDiscounts);
}

/** Alike for a product that has a price of its own. */
export function priced(
  { priceCents, compareAtPriceCents }: Loose<Price>,
  currency: string | undefined,
  tellsDiscounts: boolean,
): Pick<Product, 'priceCents' | 'compareAtPriceCents' | 'currency'> {
  if (typeof priceCents !== 'number' || currency === undefined) return {};
  return {
    priceCents,
    ...(tellsDiscounts && { compareAtPriceCents: compareAtPriceCents ?? null }),
    currency,
  };
}

/** What of a variant is about its price. */
type Priced = Pick<Variant, 'priceCents' | 'compareAtPriceCents'>;

type Loose<Shape> = { readonly [Key in keyof Shape]?: Shape[Key] | null | undefined };

function amountOf(variant: Priced | undefined): number {
  return variant?.priceCents ?? Infinity;
}

/** Said where a shop sells what has no price of its own. */
export const withoutPrice = (count: number): string =>
  `${counted(count, 'product')} ${verb(count, 'has', 'have')} no price in the file, as groups and bundles have none; ${verb(count, 'it is', 'they are')} sent without one.`;

/** Stock of a product by its variants. What is not on sale is out of stock, so that nobody is told that it is back. */
export function stockOf(
  variants: readonly Variant[],
  isOnSale: boolean,
): Pick<Product, 'inStock' | 'variants'> {
  if (variants.length === 0) return isOnSale ? {} : { inStock: false };
  const offered = isOnSale ? variants : variants.map((one) => ({ ...one, inStock: false }));
  const all = { variants: [...offered] };
  if (offered.some(({ inStock }) => inStock === true)) return { inStock: true, ...all };
  // Out of stock only where that is known of every variant.
  const isKnown = offered.every(({ inStock }) => inStock === false);
  return isKnown ? { inStock: false, ...all } : all;
}

/** The filled options of a row. Their names may stand on the first row of the product only. */
export function optionsOf<Field extends string>(
  row: Row<Field>,
  first: Row<Field>,
  columns: readonly { readonly name: Field; readonly value: Field }[],
  reader: CellReader,
): { name: string; value: string }[] {
  return columns.flatMap(({ name, value }) => {
    if (row.get(value) === '') return [];
    const named = row.get(name) || first.get(name) || reader.required(row, name);
    return [{ name: named ?? '', value: row.get(value) }];
  });
}

/** Handle and option values name a variant where its SKU cannot: many are blank or used twice. */
export function idByOptions(handle: string, values: readonly string[]): string {
  return values.length === 0 ? handle : `${handle}#${values.join(' / ')}`;
}

/** A SKU that is unique in the whole input becomes the variant's id. */
export function withUniqueSkus(product: Product, isUnique: (sku: string) => boolean): Product {
  if (product.variants === undefined) return product;
  const variants = product.variants.map((variant) =>
    typeof variant.sku === 'string' && isUnique(variant.sku)
      ? { ...variant, variantId: variant.sku }
      : variant,
  );
  return { ...product, variants };
}

/**
 * The variant of each row.
 *
 * @param field The cell that is at fault where a variant has the id of another one.
 */
export function variantOfEach<Field extends string>(
  rows: readonly Row<Field>[],
  field: Field,
  reader: CellReader,
  read: (row: Row<Field>) => Variant,
): Variant[] {
  const variants = rows.map((row) => ({ row, variant: read(row) }));
  const ids = variants.map(({ row, variant }) => ({ row, id: variant.variantId }));
  refuseRepeatedIds(ids, field, reader);
  return variants.map(({ variant }) => variant);
}

/** Two variants with one id cannot be told apart: a list that holds both is refused. */
export function refuseRepeatedIds<Field extends string>(
  variants: readonly { readonly id: string; readonly row: Row<Field> }[],
  field: Field,
  reader: CellReader,
): void {
  const rows = new Map<string, Row<Field>>();
  for (const { id, row } of variants) {
    const first = rows.get(id);
    if (first === undefined) rows.set(id, row);
    else reader.faults.push(row.fault(field, `"${id}" is already ${first.seenFrom(row)}`));
  }
}
