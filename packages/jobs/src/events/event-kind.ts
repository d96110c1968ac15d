import {
  backInStockRequestSchema,
  checkoutSchema,
  checked,
  orderSchema,
  type Checked,
  type Fault,
} from 'sequenzy-contract';
import type { BackInStockRequest, Checkout, Order, SequenzyCommerce } from 'sequenzy-commerce';

interface SendingOptions {
  readonly replay: boolean;
  readonly signal: AbortSignal;
}

/** An event that is ready to be sent. */
export interface ReadyEvent {
  /** What it is named by: an orderId, a checkoutId, a productId. */
  readonly key: string;
  /** Only of an order. */
  readonly order?: Order;
  /** Resolves to the API's answer. */
  readonly send: (client: SequenzyCommerce, options: SendingOptions) => Promise<unknown>;
}

type Readied = { readonly event: ReadyEvent } | { readonly faults: readonly Fault[] };

/** One of the events that are sent one by one. */
export interface EventKind {
  /** `orders push` */
  readonly command: string;
  readonly noun: string;
  /** Sending one again after a failure that does not tell whether it arrived does no harm. */
  readonly isIdempotent: boolean;
  readonly check: (document: unknown) => Readied;
}

const orderKind: EventKind = {
  command: 'orders push',
  noun: 'order',
  isIdempotent: true,
  check: (document) =>
    readied<Order>(checked(orderSchema, document), (order) => ({
      key: order.orderId,
      order,
      send: (client, { signal }) => client.orders.push(order, { signal }),
    })),
};

const checkoutKind: EventKind = {
  command: 'checkouts track',
  noun: 'checkout',
  isIdempotent: false,
  check: (document) =>
    readied<Checkout>(checked(checkoutSchema, document), (checkout) => ({
      key: checkout.checkoutId,
      send: (client, options) => client.checkouts.track(checkout, options),
    })),
};

const backInStockKind: EventKind = {
  command: 'back-in-stock register',
  noun: 'request',
  isIdempotent: false,
  check: (document) =>
    readied<BackInStockRequest>(checked(backInStockRequestSchema, document), (request) => ({
      key: request.productId,
      send: (client, options) => client.backInStock.register(request, options),
    })),
};

/** Kinds by name. */
export const eventKinds = {
  order: orderKind,
  checkout: checkoutKind,
  'back-in-stock': backInStockKind,
} as const;

function readied<Input>(input: Checked<Input>, ready: (input: Input) => ReadyEvent): Readied {
  return 'record' in input ? { event: ready(input.record) } : input;
}
