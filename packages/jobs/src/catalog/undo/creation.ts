import { compareProduct, type Product, type StoredProduct } from 'sequenzy-commerce';
import type { Sending } from './acts.ts';
import { restocksOf } from './restocks.ts';
import { hasForeignPrice, isSendableAddress, wholeVariant } from './stored.ts';

/** A product that the run has deleted, with all that can be sent of it. */
export function creationOf(productId: string, stored: StoredProduct): Sending {
  const unsendable: string[] = [];
  const address = (name: 'url' | 'imageUrl') => {
    const value = stored[name] ?? null;
    if (value === null || isSendableAddress(value)) return { [name]: value };
    unsendable.push(name);
    return {};
  };
  const variants = (stored.variants ?? []).map((variant) => {
    const whole = wholeVariant(variant);
    if (!hasForeignPrice(variant, stored)) return whole;
    unsendable.push(`variants[${whole.variantId}].priceCents`);
    return { ...whole, priceCents: null, compareAtPriceCents: null };
  });
  const { title, description = null, priceCents = null, compareAtPriceCents = null } = stored;
  const { currency = null, inStock = null, providerCreatedAt = null } = stored;
  const product: Product = {
    ...{ productId, title: title ?? productId, description, priceCents, compareAtPriceCents },
    ...{ currency, inStock, providerCreatedAt, variants },
    ...address('url'),
    ...address('imageUrl'),
  };
  return {
    act: 'create',
    product,
    fields: compareProduct(product, {}).map(({ path, sent }) => ({ path, new: sent })),
    restocks: restocksOf(undefined, product),
    isOverwritten: false,
    stockLeft: 0,
    unsendable,
  };
}
