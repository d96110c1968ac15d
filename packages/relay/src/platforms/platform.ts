import type { Order } from 'sequenzy-contract';
import type { MappingOptions, OrderMapping } from 'sequenzy-sources/webhooks';
import type { EventFacts } from '../queue/event.ts';

/** What is known of the webhooks of one platform. */
export interface Platform {
  readonly label: string;
  /** Methods by which they come. */
  readonly methods: readonly ('GET' | 'POST')[];
  /** Header that names what has happened. */
  readonly topicHeader?: string;
  /** Whether reading one takes {@link ReadingOptions.fetchOrder} (`reference`), `mapOrder` (`payload`), or neither. */
  readonly needs?: 'fetchOrder' | 'mapOrder';
  /** The id that comes again when a delivery is repeated. Absent where there is none that can be relied on. */
  deliveryId?(headers: Headers, payload: unknown): string | undefined;
  /** Whether a request is a test call that is not even signed; it does nothing. */
  isPing?(headers: Headers, body: string): boolean;
  read(webhook: Payload, options: ReadingOptions): Reading;
}

/** A webhook, taken apart. */
export interface Payload {
  /** Parsed JSON, or the parameters of a form or an address. */
  readonly value: unknown;
  readonly topic: string | undefined;
}

/** How one platform is read. */
export interface ReadingOptions {
  /** The zone of times and the currency, where the platform says neither. */
  readonly mapping?: MappingOptions;
  /** What the merchant calls the parameters of a postback: `{ oid: 'orderId', sku: 'items.1.sku' }`. Default: by their own names. */
  readonly names?: Readonly<Record<string, string>>;
  /** Maps a payload in place of this package: an order, or undefined where there is nothing to send. */
  readonly mapOrder?: (payload: unknown, topic: string | undefined) => Order | undefined;
}

/** What a webhook comes to. */
export type Reading =
  | {
      readonly kind: 'order';
      readonly order: Order;
      readonly facts: EventFacts;
      readonly formerId?: string;
      readonly onlyIfKnown?: true;
    }
  | { readonly kind: 'reference'; readonly id: string }
  /** It can never become an event: a lead, a test order, something that is not about orders. */
  | { readonly kind: 'nothing'; readonly reason: string }
  /** Somebody has to look at it. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** What a mapping of `sequenzy-sources` comes to. */
export function readingOf(mapping: OrderMapping, facts: EventFacts = {}): Reading {
  switch (mapping.status) {
    case 'mapped':
      return asOrder(mapping.order, mapping, facts);
    case 'skipped':
      return mapping.orderIfKnown === undefined
        ? { kind: 'nothing', reason: mapping.reason }
        : { ...asOrder(mapping.orderIfKnown, mapping, facts), onlyIfKnown: true };
    case 'rejected': {
      const faults = mapping.faults.map(({ path, message }) => `${path} ${message}`.trim());
      return { kind: 'unreadable', reason: faults.join('; ') };
    }
  }
}

function asOrder(
  order: Order,
  { formerId, updatedAt }: { readonly formerId?: string; readonly updatedAt?: string },
  facts: EventFacts,
): Extract<Reading, { kind: 'order' }> {
  return {
    kind: 'order',
    order,
    facts: { ...facts, ...(updatedAt !== undefined && { updatedAt }) },
    ...(formerId !== undefined && { formerId }),
  };
}
