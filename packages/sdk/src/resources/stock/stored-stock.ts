import pLimit from 'p-limit';
import {
  limits,
  productReplySchema,
  storedProductSchema,
  type Product,
  type StoredProduct,
} from 'sequenzy-contract';
import { segment, tolerate, type Meter, type Transport } from 'sequenzy-transport';
import {
  SequenzyError,
  SequenzyNotFoundError,
  SequenzyServerError,
  SequenzyValidationError,
} from '../../errors/errors.ts';
import { productPages } from '../list-products.ts';
import type { StockReads } from '../../delivery/delivery-options.ts';
import type { KeptField } from '../../delivery/kept-fields.ts';
import type { KeptFields } from './kept-fields.ts';
import { stockOfSent, stockOfStored, type StockRead, type VariantStock } from './known-stock.ts';

/** Stock of one stored product, `none` where there is no such product, or why it cannot be read. */
export type StockAnswer = StockRead | 'none' | { readonly unreadable: string };

export interface ReadOptions {
  /** Ends waiting, not what is under way. */
  readonly drain: AbortSignal;
  readonly meter: Meter;
}

/**
 * The stored stock of products, for one run: product by product (`GET /products/{productId}`), or with the pages of the
 * list once that is fewer requests. What has been listed is held in memory, about 200 bytes a product.
 */
export class StoredStock {
  readonly #transport: Transport;
  readonly #expected: number | undefined;
  readonly #keep: readonly KeptField[];
  /** Pages the list has at least; exact once one of them has been read. */
  #pages: number;
  #isCounted = false;
  #gets = 0;
  #listed: Listed | undefined;
  /** One request at a time: which one is due depends on what the one before it has found. */
  readonly #turn = pLimit(1);

  constructor(transport: Transport, { products, stored = 0, keep = [] }: StockReads = {}) {
    this.#transport = transport;
    this.#keep = keep;
    this.#expected = products;
    this.#pages = Math.max(1, Math.ceil(stored / limits.productsPerPage));
  }

  /** @throws {SequenzyError} when the API does not answer, or not as the list is documented. */
  async read(
    keys: readonly string[],
    options: ReadOptions,
  ): Promise<ReadonlyMap<string, StockAnswer>> {
    const answers = new Map<string, StockAnswer>();
    if (keys.length === 0) return answers;
    await this.#turn(() => this.#listIfCheaper(keys.length, options));
    for (const key of keys) {
      const listed = this.#listed?.find(key);
      answers.set(key, listed ?? (await this.#turn(() => this.#get(key, options))));
    }
    return answers;
  }

  /** The server has taken these: what has been listed of them is over. */
  took(products: readonly Product[]): void {
    for (const product of products) this.#listed?.took(product);
  }

  async #listIfCheaper(due: number, { drain, meter }: ReadOptions): Promise<void> {
    if (this.#listed !== undefined) return;
    const gets = this.#expected ?? this.#gets + due;
    if (gets <= this.#pages) return;
    const listed = new Listed(this.#keep);
    this.#listed = listed; // what is sent meanwhile is newer than its page
    try {
      const pages = productPages(this.#transport, { provider: 'api', drain, meter });
      for await (const page of pages) {
        const { products, total } = page;
        if (products === undefined) throw noList();
        listed.add(products, total);
        if (total === undefined || this.#isCounted) continue;
        this.#isCounted = true;
        this.#pages = Math.ceil(total / limits.productsPerPage);
        if (gets > this.#pages) continue;
        this.#listed = undefined;
        return;
      }
      listed.end();
    } catch (error) {
      this.#listed = undefined;
      throw error;
    }
  }

  async #get(key: string, { drain, meter }: ReadOptions): Promise<StockAnswer> {
    this.#gets += 1;
    try {
      const path = `/products/${segment('productId', key)}`;
      const { json } = await this.#transport({
        method: 'GET',
        path,
        replayable: true,
        drain,
        meter,
      });
      const stored =
        tolerate(productReplySchema, json).product ?? tolerate(storedProductSchema, json);
      if (!idsOf(stored).includes(key))
        return { unreadable: 'the answer is not about this product' };
      return (
        stockOfStored(stored, this.#keep) ?? { unreadable: 'the answer does not list the variants' }
      );
    } catch (error) {
      if (error instanceof SequenzyNotFoundError) {
        // A web page may mean that the API is not there, not the product.
        return error.isOwnWord ? 'none' : { unreadable: error.message };
      }
      const isOfThisOne =
        error instanceof SequenzyValidationError ||
        (error instanceof SequenzyError && error.code === 'bad_request');
      if (!isOfThisOne) throw error;
      return { unreadable: error.serverMessage ?? error.message };
    }
  }
}

function noList(): SequenzyServerError {
  return new SequenzyServerError(
    'server',
    'The stored stock cannot be read: the answer to GET /products holds no list of products',
  );
}

/** The stock of all products of the list, as short texts. */
class Listed {
  readonly #keep: readonly KeptField[];
  readonly #stock = new Map<string, string>();
  /** Of what was sent since: newer than its page. */
  readonly #sent = new Map<string, string>();
  #total: number | undefined;
  /** Products that have come. */
  #count = 0;
  /** Every product that the list counts has come: what is not in it is not stored. */
  #isGapless = false;

  constructor(keep: readonly KeptField[]) {
    this.#keep = keep;
  }

  add(products: readonly StoredProduct[], total: number | undefined): void {
    this.#total = total;
    for (const product of products) {
      const stock = stockOfStored(product, this.#keep);
      if (stock === undefined) continue;
      const ids = idsOf(product);
      if (ids.some((id) => !this.#stock.has(id))) this.#count += 1;
      for (const id of ids) this.#stock.set(id, packed(stock));
    }
  }

  /** That was the last page. Products that come or go while pages are read can push others past them. */
  end(): void {
    this.#isGapless = this.#total === undefined || this.#count >= this.#total;
  }

  /** Undefined where the list does not say. */
  find(key: string): StockAnswer | undefined {
    return this.#known(key) ?? (this.#isGapless ? 'none' : undefined);
  }

  took(product: Product): void {
    const before = this.#known(product.productId);
    // Without a list its variants stayed as they are: the page still to come tells.
    if (product.variants === undefined && before === undefined) return;
    this.#sent.set(product.productId, packed(stockOfSent(product, before)));
  }

  #known(key: string): StockRead | undefined {
    const text = this.#sent.get(key) ?? this.#stock.get(key);
    return text === undefined ? undefined : parsed(text);
  }
}

function packed({ inStock, variants, kept = new Map() }: StockRead): string {
  return JSON.stringify({ inStock, variants: [...variants], kept: [...kept] });
}

function parsed(text: string): StockRead {
  // Written by `packed`, by nobody else.
  const { variants, kept, ...own } = JSON.parse(text) as {
    readonly inStock?: boolean;
    readonly variants: [string, VariantStock][];
    readonly kept: [string, KeptFields][];
  };
  return { ...own, variants: new Map(variants), kept: new Map(kept) };
}

/** No page says which of the two an answer names one's own id. */
function idsOf({ productId, providerProductId }: StoredProduct): string[] {
  return [productId, providerProductId].filter((id) => typeof id === 'string');
}
