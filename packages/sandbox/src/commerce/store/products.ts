import type { Product, Provider } from 'sequenzy-contract';
import { CreationOrder } from './creation-order.ts';
import { createRecord, updateRecord, type ProductRecord } from './product-record.ts';

export interface ProductFilter {
  readonly provider?: Provider;
  /** Part of the title, without case. */
  readonly search?: string;
}

export interface ProductPage {
  readonly records: readonly ProductRecord[];
  readonly total: number;
}

/** One company's catalog. A productId belongs to its provider: two providers may use the same one. */
export class ProductStore {
  readonly #byProvider = new Map<Provider, Map<string, ProductRecord>>();
  readonly #inOrder = new CreationOrder<ProductRecord>();
  #created = 0;

  get size(): number {
    return this.#inOrder.size;
  }

  find(productId: string, provider: Provider = 'api'): ProductRecord | undefined {
    return this.#byProvider.get(provider)?.get(productId);
  }

  upsert(product: Product, provider: Provider, now: string): ProductRecord {
    const known = this.find(product.productId, provider);
    if (known !== undefined) {
      updateRecord(known, product, now);
      return known;
    }
    this.#created += 1;
    const record = createRecord(this.#created, provider, product, now);
    this.#of(provider).set(product.productId, record);
    this.#inOrder.add(record);
    return record;
  }

  /** Puts back a record that was saved. */
  restore(record: ProductRecord): void {
    this.#created = Math.max(this.#created, record.number);
    this.#of(record.provider).set(record.productId, record);
    this.#inOrder.add(record);
  }

  /** Reaches only what was pushed through this API. */
  delete(productId: string): boolean {
    const record = this.find(productId);
    if (record === undefined) return false;
    this.#of('api').delete(productId);
    this.#inOrder.remove(record);
    return true;
  }

  /** In order of creation (the reference names no order: assumed). */
  page(filter: ProductFilter, offset: number, limit: number): ProductPage {
    if (this.#holdsAll(filter)) {
      return { records: this.#inOrder.page(offset, limit), total: this.size };
    }
    const search = filter.search?.toLowerCase() ?? '';
    const found = this.#inOrder.where(
      (record) =>
        (filter.provider === undefined || record.provider === filter.provider) &&
        (search === '' || record.title.toLowerCase().includes(search)),
    );
    return { records: found.slice(offset, offset + limit), total: found.length };
  }

  [Symbol.iterator](): Iterator<ProductRecord> {
    return this.#inOrder[Symbol.iterator]();
  }

  #of(provider: Provider): Map<string, ProductRecord> {
    const known = this.#byProvider.get(provider);
    if (known !== undefined) return known;
    const created = new Map<string, ProductRecord>();
    this.#byProvider.set(provider, created);
    return created;
  }

  /** Nothing to filter out: a page of a million products is then one slice. */
  #holdsAll({ provider, search }: ProductFilter): boolean {
    if (search !== undefined && search !== '') return false;
    return provider === undefined || this.#of(provider).size === this.size;
  }
}
