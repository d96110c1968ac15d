import type { Product, StoredProduct, StoredVariant, Variant } from 'sequenzy-contract';
import type { StockState } from '../../ledger/ledger.ts';
import type { KeptField } from '../../delivery/kept-fields.ts';
import { keptOf, withKept, type KeptFields } from './kept-fields.ts';

/** Stock of one variant as it can be sent. */
export type VariantStock = Pick<Variant, 'inStock' | 'inventoryQuantity'>;

/** What is known of a product's stock. */
export interface KnownStock {
  /** Of the product itself; absent where that is not known. */
  readonly inStock?: boolean;
  /** By variantId; of a variant that is not in it nothing is known. */
  readonly variants: Pick<ReadonlyMap<string, VariantStock>, 'get'>;
  /** Of its prices. */
  readonly currency?: string;
  /** By variantId: what the source has no place for. Default: nothing. */
  readonly kept?: ReadonlyMap<string, KeptFields>;
}

/** Stock of a product as it was read. */
export interface StockRead extends KnownStock {
  readonly variants: ReadonlyMap<string, VariantStock>;
}

/** A product with the stock that it did not state. */
export interface Completed {
  readonly record: Product;
  /** Variants whose stored stock goes along. */
  readonly carried: number;
  /** Variants of which nobody knows the stock: the API takes them for in stock. */
  readonly unknown: number;
}

/** Whether a product replaces the list of variants without stating the stock of each. */
export function lacksStock({ variants, inStock }: Product): boolean {
  if (variants === undefined) return false;
  return variants.length === 0 ? typeof inStock !== 'boolean' : !variants.every(statesStock);
}

/**
 * The same product with the stored stock of every variant that states none: the API replaces the list as a whole, and a
 * variant without stock would be in stock. A product that states no stock at all keeps that of the product, too.
 *
 * @param known Undefined where nothing is stored.
 */
export function withStock(product: Product, known: KnownStock | undefined): Completed {
  let [carried, unknown] = [0, 0];
  const currency = product.currency ?? known?.currency;
  const isOtherCurrency = known?.currency !== undefined && currency !== known.currency;
  const variants = (product.variants ?? []).map((variant) => {
    const whole = withKept(variant, known?.kept?.get(variant.variantId), isOtherCurrency);
    if (statesStock(variant)) return whole;
    const stock = known?.variants.get(variant.variantId);
    if (stock === undefined) unknown += 1;
    else carried += 1;
    return { ...whole, ...stock };
  });
  const keeps = typeof product.inStock !== 'boolean' && !(product.variants ?? []).some(statesStock);
  const own = keeps && known?.inStock !== undefined ? { inStock: known.inStock } : {};
  return { record: { ...product, ...own, variants }, carried, unknown };
}

/**
 * Stock of a product as the API answers it; undefined where the answer does not list the variants.
 *
 * @param fields What the source has no place for.
 */
export function stockOfStored(
  product: StoredProduct,
  fields: readonly KeptField[],
): StockRead | undefined {
  const { inStock, currency, variants } = product;
  if (variants === undefined) return undefined;
  const known = (variants ?? []).flatMap((variant): [string, VariantStock][] => {
    const stock = stockOfVariant(variant);
    return variant.variantId === undefined || stock === undefined
      ? []
      : [[variant.variantId, stock]];
  });
  return {
    ...(typeof inStock === 'boolean' && { inStock }),
    ...(typeof currency === 'string' && { currency }),
    variants: new Map(known),
    kept: keptOf(product, fields),
  };
}

/** Stock as a ledger remembers it: of a variant that is not out of stock there is nothing to add. */
export function stockRemembered({ inStock, out }: StockState): KnownStock {
  const outOfStock = new Set(out);
  const get = (id: string): VariantStock => (outOfStock.has(id) ? { inStock: false } : {});
  return { inStock, variants: { get } };
}

/** Stock that was read, as a ledger remembers it. */
export function stateOf({ inStock = true, variants }: StockRead): StockState {
  const out = [...variants].filter(
    ([, stock]) => !(stock.inStock ?? (stock.inventoryQuantity ?? 1) > 0),
  );
  return { inStock, out: out.map(([variantId]) => variantId) };
}

/** Stock that a product states, by variantId. */
export function stockStated({ variants = [] }: Product): ReadonlyMap<string, VariantStock> {
  const stated = variants.filter(statesStock);
  return new Map(
    stated.map(({ variantId, ...variant }) => [variantId, stockOfVariant(variant) ?? {}]),
  );
}

/** Stock of a product as it was sent; what it did not say is as it was before. */
export function stockOfSent(
  product: Product,
  before: StockRead | undefined,
  fields: readonly KeptField[],
): StockRead {
  const { inStock, variants } = product;
  const currency = product.currency ?? before?.currency;
  const own = typeof inStock === 'boolean' ? inStock : before?.inStock;
  const sent = variants?.map(
    ({ variantId, inStock: has, inventoryQuantity }): [string, VariantStock] => [
      variantId,
      {
        // A list that was sent says it of every variant: without a word they are in stock.
        inStock: has ?? (inventoryQuantity ?? 1) > 0,
        ...(typeof inventoryQuantity === 'number' && { inventoryQuantity }),
      },
    ],
  );
  return {
    ...(own !== undefined && { inStock: own }),
    ...(currency !== undefined && { currency }),
    variants: sent === undefined ? (before?.variants ?? new Map()) : new Map(sent),
    kept: variants === undefined ? (before?.kept ?? new Map()) : keptOf(product, fields),
  };
}

function statesStock({ inStock, inventoryQuantity }: Variant): boolean {
  return typeof inStock === 'boolean' || typeof inventoryQuantity === 'number';
}

function stockOfVariant({
  inStock,
  inventoryQuantity,
}: Pick<StoredVariant, keyof VariantStock>): VariantStock | undefined {
  const stock = {
    ...(typeof inStock === 'boolean' && { inStock }),
    ...(Number.isInteger(inventoryQuantity) && { inventoryQuantity }),
  };
  return Object.keys(stock).length === 0 ? undefined : stock;
}
