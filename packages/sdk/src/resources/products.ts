import {
  readProductReply,
  readStoredProduct,
  type Clock,
  type Product,
  type StoredProduct,
} from 'sequenzy-contract';
import {
  type ApiPromise,
  type CallOptions,
  promised,
  segment,
  type Transport,
} from 'sequenzy-transport';
import { SequenzyError } from '../errors/errors.ts';
import { requireFound } from '../answers/require-done.ts';
import type { DeliveryOptions, StockReads } from '../delivery/delivery-options.ts';
import { Delivery } from '../delivery/delivery.ts';
import type { DeliveryResult, Outcome, UpsertResult } from '../delivery/outcome.ts';
import { requestsWith } from '../delivery/requests-with.ts';
import { orThrow } from '../delivery/throw-on-stop.ts';
import { deleteProduct, type DeleteOptions } from './delete-product.ts';
import { listProducts, type ListOptions } from './list-products.ts';
import { planWith } from './plan-products.ts';
import { productEndpoint } from './product-endpoint.ts';
import { carriedFrom } from './stock/carry-stock.ts';
import { StoredStock } from './stock/stored-stock.ts';

/** A plan, and what was read for it. */
export interface ProductPlan extends DeliveryResult {
  readonly stockReads: StockReads;
}

/** The catalog. Source: the vendor's pages "products upsert" and "products list". */
export class Products {
  readonly #transport: Transport;
  readonly #clock: Clock;
  /** What plans have read, by the options with which it is handed on. */
  readonly #planned = new WeakMap<StockReads, StoredStock>();

  constructor(transport: Transport, clock: Clock) {
    this.#transport = transport;
    this.#clock = clock;
  }

  /**
   * Creates or updates products, any number of them, in as few requests as they fit in (100 products, 1 MiB).
   * An absent field keeps what is stored, `null` clears it; `variants` replaces the list, `[]` removes all.
   * A variant without `inStock` and `inventoryQuantity` would be in stock: the stored products are read first, and
   * variants keep the stock they have.
   * Records of one product are merged before they are sent, or sent one after the other: never at once.
   *
   * It does not throw for what becomes of the records: look at `status`, `stoppedBy` and `outcomes`.
   *
   * @example
   * const result = await sequenzy.products.upsert([{ productId: 'tee-1', title: 'Tee', priceCents: 1999, currency: 'USD' }]);
   * if (result.status !== 'completed') console.error(result.stoppedBy, result.outcomes);
   */
  async upsert(products: readonly Product[], options: DeliveryOptions = {}): Promise<UpsertResult> {
    const outcomes: Outcome[] = [];
    const onOutcome = (outcome: Outcome): void => {
      outcomes[outcome.index] = outcome;
      options.onOutcome?.(outcome);
    };
    const result = await this.sync(products, { ...options, onOutcome, accountForAll: true });
    return { ...result, outcomes };
  }

  /**
   * As {@link upsert}, for a source of any length in constant memory: it is read only as fast as the API takes it.
   * Outcomes are not collected; `onOutcome` gets each one.
   *
   * @example
   * await sequenzy.products.sync(rowsFromDatabase(), { signal, onOutcome: (outcome) => log(outcome) });
   */
  async sync(
    products: Iterable<Product> | AsyncIterable<Product>,
    options: DeliveryOptions = {},
  ): Promise<DeliveryResult> {
    const { stockReads = {} } = options;
    const transport = requestsWith(this.#transport, options);
    const stored =
      this.#planned.get(stockReads)?.afterPlan() ??
      new StoredStock(transport, this.#clock, stockReads);
    const endpoint = productEndpoint(transport, carriedFrom(stored));
    return orThrow(await new Delivery(endpoint, options, this.#clock).run(products), options);
  }

  /**
   * Plans a {@link sync} of these products, as `planProducts` does, and reads from Sequenzy what a sync has to read:
   * `changes` tells exactly what comes back in stock before anything is sent. Only GET requests leave. Hand `stockReads`
   * on to the sync, and nothing is read twice; after five minutes it is.
   *
   * @example
   * const { changes, stockReads } = await sequenzy.products.plan(products, { ledger });
   * if (changes.restockedVariants < 10) await sequenzy.products.sync(products, { ledger, stockReads });
   */
  async plan(
    products: Iterable<Product> | AsyncIterable<Product>,
    options: DeliveryOptions = {},
  ): Promise<ProductPlan> {
    const transport = requestsWith(this.#transport, options);
    const stored = new StoredStock(transport, this.#clock, options.stockReads);
    const result = await planWith(carriedFrom(stored), products, options, this.#clock);
    const { watch, ...stockReads } = options.stockReads ?? {};
    this.#planned.set(stockReads, stored);
    if (stored.isDenied) watch?.onDenied();
    const isRead = watch === undefined || result.stoppedBy !== undefined;
    const whole = isRead ? result : await withOthers(result, stored, watch.also, options);
    return orThrow({ ...whole, stockReads }, options);
  }

  /**
   * Every stored product, page by page (100 a request) as the loop asks for more.
   *
   * @throws {SequenzyError} when a page is not available.
   * @example
   * for await (const product of sequenzy.products.list({ provider: 'api' })) console.log(product.title);
   */
  list(options: ListOptions = {}): AsyncGenerator<StoredProduct, void, undefined> {
    return listProducts(this.#transport, options);
  }

  /**
   * One product by your own productId; only those that were pushed through this API can be reached.
   *
   * @throws {SequenzyNotFoundError} when there is none.
   */
  get(productId: string, options: CallOptions = {}): ApiPromise<StoredProduct> {
    return promised(async () => {
      const call = { method: 'GET', path: `/products/${segment('productId', productId)}` } as const;
      const response = await this.#transport({
        ...options,
        ...call,
        replayable: true,
        priority: 'catalog',
      });
      const json = requireFound(response, call);
      // The page does not show the reply; where there is no `product` in it, it is taken for the product itself.
      return { data: readProductReply(json).product ?? readStoredProduct(json), response };
    });
  }

  /**
   * Deletes one product by your own productId. Gone on the second try, after the first answer was lost, is deleted.
   *
   * @throws {SequenzyNotFoundError} when the API says that there is none; {@link SequenzyAnswerError} where the answer
   * contradicts itself, or says that there is none in the words of somebody else.
   */
  delete(productId: string, options: DeleteOptions = {}): ApiPromise<{ deleted: true }> {
    return promised(async () => {
      const response = await deleteProduct(this.#transport, productId, options);
      return { data: { deleted: true }, response };
    });
  }
}

/** Reads what would not be sent, too. Where the key may not read products, the plan is as it is. */
async function withOthers(
  result: DeliveryResult,
  stored: StoredStock,
  keys: readonly string[],
  { signal = new AbortController().signal }: DeliveryOptions,
): Promise<DeliveryResult> {
  const meter = { sent: 0, retried: 0, rateLimited: 0 };
  try {
    if (keys.length > 0) await stored.read(keys, { drain: signal, meter });
    const requests = result.stock.requests + meter.sent;
    return { ...result, stock: { ...result.stock, requests } };
  } catch (error) {
    if (!(error instanceof SequenzyError)) throw error;
    if (!stored.isDenied) return { ...result, status: 'stopped', stoppedBy: error };
    stored.watch?.onDenied();
    return result;
  }
}
