import { webAddress } from 'sequenzy-contract';
import type { StoredProduct, Variant } from 'sequenzy-commerce';
import { sendable } from 'sequenzy-commerce/stock';

export type StoredVariants = StoredProduct['variants'];
type StoredVariant = NonNullable<StoredVariants>[number];

/** What was stored before addresses were checked may not be sent again. */
export function isSendableAddress(value: string | number): boolean {
  return webAddress(String(value)) !== undefined;
}

/** A stored variant with all of its fields: what it has nothing in is cleared. */
export function wholeVariant(stored: StoredVariant): Variant {
  return { ...empty, ...sendable(stored) };
}

/** Prices in a currency of their own: an upsert cannot say it. */
export function hasForeignPrice(
  { currency }: StoredVariant,
  product: Pick<StoredProduct, 'currency'>,
): boolean {
  return typeof currency === 'string' && currency !== product.currency;
}

/** The same without some fields. */
export function without<Value extends object, Name extends keyof Value & string>(
  value: Value,
  names: readonly Name[],
): Omit<Value, Name> {
  const others = Object.entries(value).filter(([name]) => !names.some((one) => one === name));
  return Object.fromEntries(others) as Omit<Value, Name>; // all but those
}

const empty = {
  sku: null,
  priceCents: null,
  compareAtPriceCents: null,
  imageUrl: null,
  inventoryQuantity: null,
  options: [],
};
