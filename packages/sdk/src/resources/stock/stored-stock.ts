import pLimit from 'p-limit';
import {
  limits,
  readProductReply,
  readStoredProduct,
  type Clock,
  type Product,
  type StoredProduct,
} from 'sequenzy-contract';
import { segment, type Meter, type Transport } from 'sequenzy-transport';
import {
  SequenzyError,
  SequenzyNotFoundError,
  SequenzyPermissionError,
  SequenzyServerError,
  SequenzyValidationError,
} from '../../errors/errors.ts';
import { productPages } from '../list-products.ts';
import type { StockReads, StoredWatch } from '../../delivery/delivery-options.ts';
import type { KeptField } from '../../delivery/kept-fields.ts';
import { stockOfStored, type StockRead } from './known-stock.ts';
import { idsOf, SeenStock } from './seen-stock.ts';

/** Stock of one stored product, `none` where there is no such product, or why it cannot be read. */
export type StockAnswer = StockRead | 'none' | { readonly unreadable: string };

export interface ReadOptions {
  /** Ends waiting, not what is under way. */
  readonly drain: AbortSignal;
  readonly meter: Meter;
}

/** Milliseconds for which what a plan has read is still used when its records are sent. */
const freshFor = 300_000;

/**
 * The stored stock of products: product by product (`GET /products/{productId}`), or with the pages of the list where that
 * is fewer requests. What has been read is held in memory, so that a plan and the run after it read it once.
 */
export class StoredStock {
  readonly #transport: Transport;
  readonly #clock: Clock;
  /** Whoever sees all that is read, and all that would be sent; undefined once it is sent. */
  watch: StoredWatch | undefined;
  readonly #lacking: number | undefined;
  /** Fields that are kept besides stock. */
  readonly keep: readonly KeptField[];
  /** Pages the list has at least; exact once one of them has been read. */
  #pages: number;
  #isCounted = false;
  #isListed = false;
  #gets = 0;
  #seen: SeenStock;
  #denial: SequenzyPermissionError | undefined;
  #readAt = 0;
  /** One request at a time: which one is due depends on what the one before it has found. */
  readonly #turn = pLimit(1);

  constructor(transport: Transport, clock: Clock, reads: StockReads = {}) {
    const { products, stored = 0, keep = [], watch } = reads;
    this.#transport = transport;
    this.#clock = clock;
    this.keep = keep;
    this.watch = watch;
    this.#lacking = products;
    this.#pages = Math.max(1, Math.ceil(stored / limits.productsPerPage));
    this.#seen = new SeenStock(this.keep);
  }

  /** The API has said that the key may not read products. */
  get isDenied(): boolean {
    return this.#denial !== undefined;
  }

  /** @throws {SequenzyError} when the API does not answer, or not as the list is documented. */
  async read(
    keys: readonly string[],
    options: ReadOptions,
  ): Promise<ReadonlyMap<string, StockAnswer>> {
    const answers = new Map<string, StockAnswer>();
    const due = keys.filter((key) => this.#seen.find(key) === undefined).length;
    if (due > 0) await this.#inTurn(() => this.#listIfCheaper(due, options));
    for (const key of keys) {
      const seen = this.#seen.find(key);
      const answer = seen ?? (await this.#inTurn(() => this.#get(key, options)));
      if (answer === 'none') this.watch?.onMissing(key);
      answers.set(key, answer);
    }
    return answers;
  }

  /** The server has taken these: what was read of them is over. */
  took(parts: readonly { readonly key: string; readonly record: Product }[]): void {
    for (const part of parts) this.#seen.took(part);
  }

  /** What was planned will now be sent: only what was read lately counts. */
  afterPlan(): this {
    this.watch = undefined;
    const isFresh = this.#clock.monotonic() - this.#readAt <= freshFor;
    if (isFresh) {
      this.#seen.forgetSent();
    } else {
      this.#seen = new SeenStock(this.keep);
      this.#isListed = false;
      this.#gets = 0;
    }
    return this;
  }

  #inTurn<Result>(read: () => Promise<Result>): Promise<Result> {
    return this.#turn(async () => {
      if (this.#denial !== undefined) throw this.#denial;
      try {
        return await read();
      } catch (error) {
        const isDenial =
          error instanceof SequenzyPermissionError && error.missingScopes.includes('products:read');
        if (isDenial) this.#denial = error;
        throw error;
      }
    });
  }

  async #listIfCheaper(due: number, { drain, meter }: ReadOptions): Promise<void> {
    if (this.#isListed) return;
    const gets = this.#expected ?? this.#gets + due;
    if (gets <= this.#pages) return;
    this.#isListed = true;
    this.#seen.beginList();
    try {
      const pages = productPages(this.#transport, { provider: 'api', drain, meter });
      for await (const page of pages) {
        const { products, total } = page;
        if (products === undefined) throw noList();
        this.#readAt = this.#clock.monotonic();
        this.#seen.addPage(products, total);
        for (const one of products) this.#show(one);
        if (total === undefined || this.#isCounted) continue;
        this.#isCounted = true;
        this.#pages = Math.ceil(total / limits.productsPerPage);
        if (gets > this.#pages) continue;
        this.#leaveList();
        return;
      }
      this.#seen.endList();
    } catch (error) {
      this.#leaveList();
      throw error;
    }
  }

  /** Products that have to be read in all; undefined where nobody knows. */
  get #expected(): number | undefined {
    const { watch } = this;
    return watch === undefined ? this.#lacking : watch.products + watch.also.length;
  }

  #leaveList(): void {
    this.#isListed = false;
    this.#seen.leaveList();
  }

  #show(stored: StoredProduct): void {
    if (this.watch === undefined || stored.variants === undefined) return;
    for (const id of new Set(idsOf(stored))) this.watch.onStored(id, stored);
  }

  /** Remembers what the answer says. */
  async #get(key: string, options: ReadOptions): Promise<StockAnswer> {
    const answer = await this.#ask(key, options);
    this.#readAt = this.#clock.monotonic();
    if (answer === 'none' || !('unreadable' in answer)) this.#seen.add(key, answer);
    return answer;
  }

  async #ask(key: string, { drain, meter }: ReadOptions): Promise<StockAnswer> {
    this.#gets += 1;
    try {
      const path = `/products/${segment('productId', key)}`;
      const { json } = await this.#transport({
        method: 'GET',
        path,
        replayable: true,
        priority: 'catalog',
        drain,
        meter,
      });
      const stored = readProductReply(json).product ?? readStoredProduct(json);
      if (!idsOf(stored).includes(key))
        return { unreadable: 'the answer is not about this product' };
      this.#show(stored);
      return (
        stockOfStored(stored, this.keep) ?? { unreadable: 'the answer does not list the variants' }
      );
    } catch (error) {
      if (error instanceof SequenzyNotFoundError) {
        // A web page may mean that the API is not there, not the product.
        return error.isOwnWord ? 'none' : { unreadable: error.message };
      }
      const isOfThisOne =
        error instanceof SequenzyValidationError ||
        (error instanceof SequenzyError && error.code === 'bad-request');
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
