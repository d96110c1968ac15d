import type { StoredProduct, Variant } from 'sequenzy-commerce';
import { hasForeignPrice, wholeVariant, without, type StoredVariants } from './stored.ts';

type Stock = Pick<NonNullable<StoredVariants>[number], 'inStock' | 'inventoryQuantity'>;

/**
 * The list of variants as it was: with the stock of each where nothing else has changed it since, and with those that
 * something else has added since. No list where a price cannot be sent.
 */
export function variantsBefore(
  stored: StoredProduct,
  planned: readonly Variant[],
  now: StoredProduct,
): { readonly list: Variant[] | undefined; readonly stockLeft: number } {
  const before = stored.variants ?? [];
  const present = now.variants ?? [];
  const known = new Set([...before, ...planned].map(({ variantId }) => variantId));
  const added = present.filter(({ variantId }) => !known.has(variantId));
  const isForeign =
    before.some((variant) => hasForeignPrice(variant, stored)) ||
    added.some((variant) => hasForeignPrice(variant, now));
  if (isForeign) return { list: undefined, stockLeft: 0 };
  const sent = new Map(planned.map((variant) => [variant.variantId, variant]));
  const there = new Map(present.map((variant) => [variant.variantId, variant]));
  let stockLeft = 0;
  const list = before.map((variant) => {
    const whole = wholeVariant(variant);
    const current = there.get(variant.variantId);
    if (current === undefined || isSame(current, variant)) return whole;
    const ours = sent.get(whole.variantId);
    if (ours !== undefined && isSame(current, asStored(ours))) return whole;
    stockLeft += 1;
    return withStockOf(whole, current);
  });
  return { list: [...list, ...added.map(wholeVariant)], stockLeft };
}

/** Stock of a variant as it is shown once it was sent. */
function asStored({ inStock, inventoryQuantity = null }: Variant): Stock {
  return { inStock: inStock ?? (inventoryQuantity ?? 1) > 0, inventoryQuantity };
}

function isSame(one: Stock, other: Stock): boolean {
  const quantity = (stock: Stock): number | null => stock.inventoryQuantity ?? null;
  return one.inStock === other.inStock && quantity(one) === quantity(other);
}

function withStockOf(variant: Variant, { inStock, inventoryQuantity = null }: Stock): Variant {
  const rest = without(variant, ['inStock']);
  return { ...rest, inventoryQuantity, ...(typeof inStock === 'boolean' && { inStock }) };
}
