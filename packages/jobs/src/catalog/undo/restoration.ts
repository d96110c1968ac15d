import { compareProduct, type Product, type StoredProduct, type Variant } from 'sequenzy-commerce';
import type { Kept } from '../kept/kept-line.ts';
import type { Restoration } from './acts.ts';
import { creationOf } from './creation.ts';
import { restocksOf } from './restocks.ts';
import { variantsBefore } from './variants-before.ts';
import { isSendableAddress, without, type StoredVariants } from './stored.ts';

const plain = [
  ...(['description', 'imageUrl', 'url', 'priceCents', 'compareAtPriceCents'] as const),
  ...(['currency', 'providerCreatedAt'] as const),
];

/**
 * Compares what a product was before a run with what it is now.
 *
 * @param now As it is stored; `null`: it is not. Undefined: it could not be read.
 * @param isOurs The ledger knows that it was sent.
 */
export function restorationOf(
  { productId, stored, planned }: Kept,
  now: StoredProduct | null | undefined,
  isOurs: boolean,
): Restoration {
  if (stored === undefined || now === undefined) return { act: 'leave', why: 'unread' };
  if (planned === undefined) {
    // It was to be deleted: where it is there, it was not, or is there again.
    return now === null && stored !== null ? creationOf(productId, stored) : { act: 'none' };
  }
  if (stored === null) {
    if (now === null) return { act: 'none' };
    const isAsSent = isOurs || compareProduct(withoutStock(planned), now).length === 0;
    return isAsSent ? { act: 'delete' } : { act: 'leave', why: 'changed' };
  }
  if (now === null) return { act: 'leave', why: 'gone' };
  return restored(planned, stored, now);
}

function restored(planned: Product, stored: StoredProduct, now: StoredProduct): Restoration {
  const { productId } = planned;
  const title = stored.title ?? now.title ?? planned.title;
  const { fields, unsendable } = fieldsBefore(planned, stored);
  const variants = planned.variants && variantsBefore(stored, planned.variants, now);
  if (variants !== undefined && variants.list === undefined) unsendable.push('variants');
  const wanted: Product = {
    ...{ productId, title, ...fields },
    ...(variants?.list && { variants: variants.list }),
    ...stockBefore(planned, stored, now),
  };
  const differences = compareProduct(wanted, now);
  const names = new Set(differences.map(({ path }) => path.split(/[.[]/)[0] ?? ''));
  if (isOtherOrder(wanted.variants, now.variants)) names.add('variants');
  if (names.size === 0) return { act: 'none' };
  const product = withDerived(only(wanted, names), wanted, now);
  const since = new Set(compareProduct(withoutStock(planned), now).map(({ path }) => path));
  return {
    act: 'restore',
    product,
    fields: differences.map(({ path, sent, stored: old }) => ({
      path,
      ...(old !== undefined && { old }),
      ...(sent !== undefined && { new: sent }),
    })),
    restocks: restocksOf(now, product),
    isOverwritten: differences.some(({ path }) => since.has(path)),
    stockLeft: variants?.stockLeft ?? 0,
    unsendable,
  };
}

/** The fields that the run has sent, and the price that follows the variants, as they were. */
function fieldsBefore(planned: Product, stored: StoredProduct) {
  const unsendable: string[] = [];
  const sent = plain.filter(
    (name) =>
      planned[name] !== undefined || (name === 'priceCents' && planned.variants !== undefined),
  );
  const entries = sent.flatMap((name) => {
    const value = stored[name] ?? null;
    const isAddress = name === 'url' || name === 'imageUrl';
    if (!isAddress || value === null || isSendableAddress(value)) return [[name, value] as const];
    unsendable.push(name);
    return [];
  });
  // Each name with the value that was stored under it.
  return { fields: Object.fromEntries(entries) as Partial<Product>, unsendable };
}

/** Whether it was in stock, where nothing else has changed that since the run. */
function stockBefore(planned: Product, stored: StoredProduct, now: StoredProduct) {
  const { inStock, variants } = planned;
  const sent = inStock ?? variants?.some(isAvailable);
  const isOurs = sent !== undefined && now.inStock === sent;
  return isOurs && typeof stored.inStock === 'boolean' ? { inStock: stored.inStock } : {};
}

function isAvailable({ inStock, inventoryQuantity }: Variant): boolean {
  return inStock ?? (inventoryQuantity ?? 1) > 0;
}

function only(wanted: Product, names: ReadonlySet<string>): Product {
  const { productId, title } = wanted;
  const fields = Object.entries(wanted).filter(([name]) => names.has(name));
  return { ...Object.fromEntries(fields), productId, title };
}

/** With a list of variants the API would work these out anew. */
function withDerived(product: Product, wanted: Product, now: StoredProduct): Product {
  if (product.variants === undefined) return product;
  const inStock = product.inStock ?? now.inStock;
  const priceCents = wanted.priceCents ?? now.priceCents;
  return {
    ...product,
    ...(typeof inStock === 'boolean' && { inStock }),
    ...(typeof priceCents === 'number' && { priceCents }),
  };
}

function isOtherOrder(wanted: readonly Variant[] | undefined, now: StoredVariants): boolean {
  if (wanted === undefined) return false;
  const present = now ?? [];
  const isThere = ({ variantId }: Variant, at: number) => present[at]?.variantId === variantId;
  return wanted.length !== present.length || !wanted.every(isThere);
}

/** Stock is nothing to know a product by: it changes all the time. */
function withoutStock(product: Product): Product {
  const { variants } = product;
  const rest = without(product, ['inStock', 'variants']);
  if (variants === undefined) return rest;
  return {
    ...rest,
    variants: variants.map((one) => without(one, ['inStock', 'inventoryQuantity'])),
  };
}
