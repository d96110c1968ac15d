import type { Product, StoredProduct } from 'sequenzy-contract';
import type { KeptField } from '../../delivery/kept-fields.ts';
import type { KeptFields } from './kept-fields.ts';
import { stockOfSent, stockOfStored, type StockRead, type VariantStock } from './known-stock.ts';

/** Stored products as they were read and as they were sent since, as short texts: about 200 bytes a product. */
export class SeenStock {
  readonly #keep: readonly KeptField[];
  /** As read; `none` where there is no such product. */
  readonly #stored = new Map<string, string>();
  /** As sent since: newer than what was read. */
  readonly #sent = new Map<string, string>();
  #isListing = false;
  #total: number | undefined;
  /** Products that have come with the list. */
  #count = 0;
  /** Every product that the list counts has come: one that is not in it is not stored. */
  #isGapless = false;

  constructor(keep: readonly KeptField[]) {
    this.#keep = keep;
  }

  /** The list begins to be read: what is sent meanwhile is newer than its page. */
  beginList(): void {
    this.#isListing = true;
    this.#stored.clear();
    this.#count = 0;
  }

  addPage(products: readonly StoredProduct[], total: number | undefined): void {
    this.#total = total;
    for (const product of products) {
      const stock = stockOfStored(product, this.#keep);
      if (stock === undefined) continue;
      const ids = idsOf(product);
      if (ids.some((id) => !this.#stored.has(id))) this.#count += 1;
      for (const id of ids) this.#stored.set(id, packed(stock));
    }
  }

  /** That was the last page. Products that come or go while pages are read can push others past them. */
  endList(): void {
    this.#isGapless = this.#total === undefined || this.#count >= this.#total;
  }

  /** The list was left before its end. */
  leaveList(): void {
    this.#isListing = false;
  }

  add(key: string, stock: StockRead | 'none'): void {
    this.#stored.set(key, stock === 'none' ? none : packed(stock));
  }

  /** Undefined where nothing says it. */
  find(key: string): StockRead | 'none' | undefined {
    const text = this.#sent.get(key) ?? this.#stored.get(key);
    if (text === undefined) return this.#isGapless ? 'none' : undefined;
    return text === none ? 'none' : parsed(text);
  }

  /** The server has taken this. Of a product that was not read and is on no page, the server is asked. */
  took(part: { readonly key: string; readonly record: Product }): void {
    const { key } = part;
    if (!this.#isListing && !this.#stored.has(key)) return;
    const product = part.record;
    const { variants } = product;
    const known = this.find(key);
    const before = known === 'none' ? undefined : known;
    // Without a list its variants stayed as they are: the page still to come tells.
    if (variants === undefined && before === undefined) return;
    this.#sent.set(key, packed(stockOfSent(product, before, this.#keep)));
  }

  /** Nothing was sent after all. */
  forgetSent(): void {
    this.#sent.clear();
  }
}

/** No product is packed as this. */
const none = '';

function packed({ variants, kept = new Map(), ...own }: StockRead): string {
  return JSON.stringify({ ...own, variants: [...variants], kept: [...kept] });
}

function parsed(text: string): StockRead {
  // Written by `packed`, by nobody else.
  const { variants, kept, ...own } = JSON.parse(text) as {
    readonly inStock?: boolean;
    readonly currency?: string;
    readonly variants: [string, VariantStock][];
    readonly kept: [string, KeptFields][];
  };
  return { ...own, variants: new Map(variants), kept: new Map(kept) };
}

/** No page says which of the two an answer names one's own id. */
export function idsOf({ productId, providerProductId }: StoredProduct): string[] {
  return [productId, providerProductId].filter((id) => typeof id === 'string');
}
