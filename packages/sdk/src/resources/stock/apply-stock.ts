import {
  webAddress,
  type Product,
  type StoredProduct,
  type StoredVariant,
  type Variant,
} from 'sequenzy-contract';
import type { StockChange } from './stock-change.ts';

/** What is changed on one stored product: the product itself, or some of its variants. */
export interface Target {
  readonly stored: StoredProduct;
  readonly product: StockChange | undefined;
  readonly variants: ReadonlyMap<string, StockChange>;
}

export type Applied =
  { readonly product: Product } | { readonly unchanged: true } | { readonly refused: string };

/**
 * The payload that changes only stock. The list of variants is replaced as a whole by the API, so every variant is in
 * it, with every field it can be sent with; of the product itself, what is left out stays as it is.
 */
export function applyStock(key: string, { stored, product, variants: changes }: Target): Applied {
  const { title } = stored;
  if (typeof title !== 'string' || title.trim() === '')
    return { refused: 'is stored without a title' };
  if (changes.size === 0) {
    const inStock = product?.inStock ?? (product?.quantity ?? 0) > 0;
    return stored.inStock === inStock
      ? { unchanged: true }
      : { product: { productId: key, title, inStock } };
  }
  const before = stored.variants ?? [];
  const foreign = before.find(
    ({ currency }) => typeof currency === 'string' && currency !== stored.currency,
  );
  if (foreign !== undefined) {
    const { variantId = '', currency = '' } = foreign;
    return {
      refused: `variant ${variantId} is stored in ${currency ?? ''}, a currency that an upsert cannot carry and would lose`,
    };
  }
  const after = before.map((variant) => changed(variant, changes.get(variant.variantId ?? '')));
  if (after.every((variant, index) => hasStockOf(variant, before[index])))
    return { unchanged: true };
  const inStock = after.some((variant) => variant.inStock ?? true);
  return { product: { productId: key, title, inStock, variants: after } };
}

function changed(stored: StoredVariant, change: StockChange | undefined): Variant {
  const variant = sendable(stored);
  if (change === undefined) return variant;
  const { quantity, inStock } = change;
  if (quantity === undefined) return { ...variant, inStock: inStock ?? true };
  const available = inStock ?? (soldWithoutStock(stored) || quantity > 0);
  return { ...variant, inventoryQuantity: quantity, inStock: available };
}

/** It was in stock with nothing there: the shop continues selling it, and a count does not change that. */
function soldWithoutStock({ inStock, inventoryQuantity }: StoredVariant): boolean {
  return inStock === true && typeof inventoryQuantity === 'number' && inventoryQuantity <= 0;
}

/** A stored variant as it can be sent again: the documented fields, with the values they have. */
export function sendable(stored: StoredVariant): Variant {
  const { variantId = '', title, options, ...rest } = stored;
  const named = (options ?? []).map(({ name = '', value = '' }) => ({ name, value }));
  return {
    variantId,
    title: title ?? variantId,
    ...pick(rest, 'sku'),
    ...pick(rest, 'priceCents'),
    ...pick(rest, 'compareAtPriceCents'),
    ...pictured(rest.imageUrl),
    ...pick(rest, 'inStock'),
    ...pick(rest, 'inventoryQuantity'),
    ...(named.length === 0 ? {} : { options: named }),
  };
}

/** An address that was stored before addresses were checked may not be sent again: it is cleared. */
function pictured(imageUrl: StoredVariant['imageUrl']): Pick<Variant, 'imageUrl'> {
  if (imageUrl === undefined) return {};
  return { imageUrl: webAddress(imageUrl ?? '') ?? null };
}

/** The field where it is there; absent and null stay two things. */
function pick<Fields extends object, Name extends keyof Fields>(fields: Fields, name: Name) {
  const value = fields[name];
  return (value === undefined ? {} : { [name]: value }) as {
    [Key in Name]?: NonNullable<Fields[Key]> | Extract<Fields[Key], null>;
  }; // what was picked
}

function hasStockOf(variant: Variant, stored: StoredVariant | undefined): boolean {
  return (
    variant.inStock === stored?.inStock && variant.inventoryQuantity === stored?.inventoryQuantity
  );
}
