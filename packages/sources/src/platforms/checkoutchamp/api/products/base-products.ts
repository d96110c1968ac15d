import { isRecord } from 'sequenzy-contract';
import type { Row } from '../client.ts';

/** A product as the campaigns together have it. */
export interface BaseProduct {
  readonly productId: string;
  readonly title: string;
  readonly price?: string;
  readonly currency?: string;
  readonly currencySymbol?: string;
  readonly isActive: boolean;
}

/**
 * The products of campaigns by their base id, which the lines of orders name: in each campaign a product has another id, and
 * may have another price. One that is sold counts before one that is not, the lowest price before others.
 *
 * Source: types of one public client, without a captured answer: other spellings of a name are read too.
 */
export class BaseProducts {
  readonly #byId = new Map<string, BaseProduct>();
  /** Products that say neither id nor name. */
  unreadable = 0;

  add(campaign: Row): void {
    for (const product of productsOf(campaign['products'])) {
      const read = readProduct(product, campaign);
      if (read === undefined) this.unreadable += 1;
      else this.#byId.set(read.productId, better(this.#byId.get(read.productId), read));
    }
  }

  get all(): BaseProduct[] {
    return [...this.#byId.values()];
  }
}

function productsOf(products: unknown): Row[] {
  const all = isRecord(products)
    ? Object.values(products)
    : Array.isArray(products)
      ? products
      : [];
  return all.filter(isRecord);
}

function readProduct(product: Row, campaign: Row): BaseProduct | undefined {
  const productId = textIn(product, ['productId', 'baseProductId', 'campaignProductId']);
  const name = textIn(product, ['productName', 'name']);
  if (productId === undefined || name === undefined) return undefined;
  const price = textIn(product, ['productPrice', 'price']);
  const currency = textIn(campaign, ['currencyCode', 'currency']);
  const currencySymbol = textIn(campaign, ['currencySymbol']);
  const status = textIn(product, ['productStatus', 'status'])?.toUpperCase() ?? 'ACTIVE';
  return {
    productId,
    // `(14015) Oak Tray` begins with the number of the base product.
    title: name.replace(/^\(\d+\)\s+(?=\S)/, ''),
    ...(price !== undefined && { price }),
    ...(currency !== undefined && { currency }),
    ...(currencySymbol !== undefined && { currencySymbol }),
    isActive: ['ACTIVE', '1'].includes(status),
  };
}

function textIn(row: Row, names: readonly string[]): string | undefined {
  const texts = names.map((name) => {
    const value = row[name];
    return typeof value === 'number' ? String(value) : value;
  });
  return texts
    .find((text): text is string => typeof text === 'string' && text.trim() !== '')
    ?.trim();
}

function better(known: BaseProduct | undefined, other: BaseProduct): BaseProduct {
  if (known === undefined) return other;
  if (known.isActive !== other.isActive) return known.isActive ? known : other;
  return Number(other.price ?? Infinity) < Number(known.price ?? Infinity)
    ? { ...other, title: known.title }
    : known;
}
