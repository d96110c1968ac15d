import type { StoredProduct, StoredVariant } from 'sequenzy-contract';
import type { StockChange } from './stock-change.ts';

/** One variant of one stored product, or a product that has none. */
export interface Place {
  readonly key: string;
  /** `undefined`: the product itself. */
  readonly variantId: string | undefined;
}

/** Finds what a change is about among the stored products; keeps only products that some change is about. */
export class StockIndex {
  readonly products = new Map<string, StoredProduct>();
  readonly #wanted: Record<'productId' | 'variantId' | 'sku', Set<string>>;
  readonly #byVariantId = new Map<string, Place[]>();
  readonly #bySku = new Map<string, Place[]>();

  constructor(changes: Iterable<StockChange>) {
    this.#wanted = { productId: new Set(), variantId: new Set(), sku: new Set() };
    for (const { productId, variantId, sku } of changes) {
      if (productId !== undefined) this.#wanted.productId.add(productId);
      if (variantId !== undefined) this.#wanted.variantId.add(variantId);
      if (sku !== undefined) this.#wanted.sku.add(sku);
    }
  }

  offer(stored: StoredProduct): void {
    const key = stored.productId ?? stored.providerProductId;
    if (typeof key !== 'string') return;
    const variants = stored.variants ?? [];
    if (this.#wanted.productId.has(key)) this.products.set(key, stored);
    if (variants.length === 0 && this.#wanted.variantId.has(key)) this.products.set(key, stored);
    for (const variant of variants) this.#offerVariant(key, stored, variant);
  }

  /** The place a change is about, or why there is none. */
  find(change: StockChange): Place | string {
    const { productId, variantId, sku } = change;
    const name = variantId ?? sku;
    if (name === undefined) return this.#findProduct(productId ?? '');
    const found = variantId === undefined ? this.#bySku.get(name) : this.#byVariantId.get(name);
    const places = (found ?? []).filter(({ key }) => productId === undefined || key === productId);
    const [place, another] = places;
    const word = variantId === undefined ? 'sku' : 'variantId';
    if (place === undefined) {
      // The API takes the productId for the variantId of a product without variants.
      const alone = variantId !== undefined && (productId ?? variantId) === variantId;
      return alone ? this.#findProduct(variantId) : `no stored product has the ${word} ${name}`;
    }
    if (another === undefined) return place;
    return `the ${word} ${name} is on ${places.length} variants: add a column that tells them apart`;
  }

  #findProduct(key: string): Place | string {
    const variants = this.products.get(key)?.variants ?? [];
    if (!this.products.has(key)) return `no stored product has the id ${key}`;
    if (variants.length > 1)
      return `product ${key} has ${variants.length} variants: name one by variantId or sku`;
    return { key, variantId: variants[0]?.variantId };
  }

  #offerVariant(key: string, stored: StoredProduct, { variantId, sku }: StoredVariant): void {
    if (variantId === undefined) return;
    const place = { key, variantId };
    if (this.#wanted.variantId.has(variantId))
      this.#keep(this.#byVariantId, variantId, place, stored);
    if (typeof sku === 'string' && this.#wanted.sku.has(sku))
      this.#keep(this.#bySku, sku, place, stored);
  }

  #keep(index: Map<string, Place[]>, name: string, place: Place, stored: StoredProduct): void {
    this.products.set(place.key, stored);
    index.set(name, [...(index.get(name) ?? []), place]);
  }
}
