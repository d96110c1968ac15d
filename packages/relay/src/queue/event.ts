import type { Order } from 'sequenzy-contract';
import type { PlatformName } from '../signatures/schemes.ts';

interface Arrival {
  readonly platform: PlatformName;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  /** The platform's own id of this delivery, where it has one: it comes again with every repetition. */
  readonly deliveryId?: string;
}

/** An order as a webhook has brought it. */
export interface OrderEvent extends Arrival {
  readonly kind: 'order';
  readonly order: Order;
  readonly facts: EventFacts;
  /** An id of the same order under which it may have been sent before. */
  readonly formerId?: string;
  /** To be sent only where the order was sent before. */
  readonly onlyIfKnown?: true;
}

/** An order that has to be fetched from the shop: the webhook says no more than which one. */
export interface ReferenceEvent extends Arrival {
  readonly kind: 'reference';
  readonly id: string;
}

export type RelayEvent = OrderEvent | ReferenceEvent;

/** What the states of an order are told apart by, besides the order itself. */
export interface EventFacts {
  readonly derivesIds?: boolean;
  readonly updatedAt?: string;
}

/** What could not be made an event of, or could not be sent: kept until a person decides. */
export interface DeadLetter {
  readonly id: string;
  readonly platform: PlatformName;
  readonly receivedAt: number;
  readonly buriedAt: number;
  /** Without anything about a person. */
  readonly reason: string;
  /** As far as it is known. */
  readonly orderId?: string;
  readonly content: LetterContent;
}

/** An event, or a webhook that could not be read. */
export type LetterContent = { readonly event: RelayEvent } | { readonly webhook: UnreadWebhook };

/** As much of a webhook as reading it takes. Nothing of its secret. */
export interface UnreadWebhook {
  readonly method: string;
  readonly contentType: string;
  readonly topic?: string;
  /** What stands behind the `?`. */
  readonly query: string;
  readonly body: string;
}

export type NewLetter = Omit<DeadLetter, 'id' | 'buriedAt'>;

/** Events that share a lane are sent in the order in which they came, one after the other. */
export function lanesOf(event: RelayEvent): readonly string[] {
  // Whose order a reference is, is known once it was fetched: those of one platform are fetched one after the other.
  if (event.kind === 'reference') return [`fetch ${event.platform}`];
  const { orderId, customer } = event.order;
  const ids = event.formerId === undefined ? [orderId] : [orderId, event.formerId];
  return [`customer ${customer.email.trim().toLowerCase()}`, ...ids.map((id) => `order ${id}`)];
}

export function orderIdOf(event: RelayEvent): string {
  return event.kind === 'order' ? event.order.orderId : event.id;
}

/** Names a delivery among those of all platforms. */
export function deliveryOf({ platform, deliveryId }: Arrival): string | undefined {
  return deliveryId === undefined ? undefined : `${platform} ${deliveryId}`;
}
