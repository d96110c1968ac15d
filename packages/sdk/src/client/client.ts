import type { Clock } from 'sequenzy-contract';
import { connect, type RateLimiter, type Transport } from 'sequenzy-transport';
import type { ClientOptions } from './options.ts';
import { AccountResource } from '../resources/account.ts';
import { BackInStock } from '../resources/back-in-stock.ts';
import { Checkouts } from '../resources/checkouts.ts';
import { Orders } from '../resources/orders.ts';
import { Products } from '../resources/products.ts';
import { Subscribers } from '../resources/subscribers.ts';
import { sequenzyService } from './service.ts';

/**
 * A client of the Sequenzy Commerce API. It batches, paces and repeats by itself; two clients share nothing
 * unless they are given the same rate limiter.
 *
 * @example
 * const sequenzy = new SequenzyCommerce({ apiKey: process.env.SEQUENZY_API_KEY });
 * await sequenzy.products.upsert(products);
 */
export class SequenzyCommerce {
  readonly products: Products;
  readonly orders: Orders;
  readonly checkouts: Checkouts;
  readonly backInStock: BackInStock;
  readonly account: AccountResource;
  readonly subscribers: Subscribers;
  /**
   * Sends a request of any kind, paced and repeated as all others are. `replayable`: doing it twice does no harm.
   *
   * @throws {SequenzyError} when there is no answer, or one that refuses.
   * @example
   * const { json } = await sequenzy.request({ method: 'GET', path: '/account', replayable: true });
   */
  readonly request: Transport;
  /** As given in the options. */
  readonly clock: Clock;
  /** As given in the options. */
  readonly random: () => number;
  /** Ask it what it waits for (`explain`), or give it to another client that shares the key. */
  readonly rateLimiter: RateLimiter;

  /** @throws {SequenzyValidationError} naming every option that cannot be used. */
  constructor(options: ClientOptions = {}) {
    const { transport, rateLimiter, clock, random } = connect(options, sequenzyService(options));
    this.request = transport;
    this.clock = clock;
    this.random = random;
    this.rateLimiter = rateLimiter;
    this.products = new Products(transport, clock);
    this.orders = new Orders(transport);
    this.checkouts = new Checkouts(transport);
    this.backInStock = new BackInStock(transport);
    this.account = new AccountResource(transport);
    this.subscribers = new Subscribers(transport);
  }
}
