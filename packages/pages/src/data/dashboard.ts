import type { Card } from './card.ts';

/** Lists that the dashboard shows a part of. */
export type ListName = 'products' | 'customers' | 'events' | 'waiting' | 'requests' | 'enrollments';

/** A part of a list. */
export interface ListQuestion {
  readonly view: ListName;
  /** Part of what an item shows, without case; empty for all. */
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

/** What the page asks of the sandbox. In a body and not in an address, which others may see. */
export type Question =
  | ListQuestion
  | { readonly view: 'product'; readonly productId: string }
  | { readonly view: 'customer'; readonly email: string }
  | { readonly view: 'sequences' }
  | { readonly view: 'reset' };

/** A part of a list, and how long the whole is. */
export interface Part<Item> {
  readonly total: number;
  readonly items: readonly Item[];
}

/** What is told again and again while something happens. */
export interface Figures {
  /** Another text when something may have changed. */
  readonly revision: string;
  /** Items of each list. */
  readonly counts: Readonly<Record<ListName | 'sequences' | 'orders', number>>;
  readonly gauge: Gauge;
  /** File that the state is kept in; `null` where it is forgotten at the end. */
  readonly stateFile: string | null;
}

/** How much of the rate limit is used. */
export interface Gauge {
  readonly perMinute: number;
  readonly perSecond: number;
  /** Whether more than that is refused. */
  readonly isEnforced: boolean;
  /** Requests that were let in, in the last 60 and in the last second. */
  readonly lastMinute: number;
  readonly lastSecond: number;
  /** Answered with 429 so far. */
  readonly refused: number;
  /** Requests in each of the last 60 seconds, the oldest first. */
  readonly seconds: readonly number[];
}

export interface CustomerLine {
  readonly email: string;
  readonly name: string;
  /** In main units of the currency counted last; `null` until an order was counted. */
  readonly ltv: number | null;
  readonly totalSpent: number | null;
  readonly ordersCount: number | null;
  readonly aov: number | null;
}

export interface Customer extends CustomerLine {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly orders: readonly CustomerOrder[];
  readonly events: readonly EventLine[];
  /** Names of the sequences that were entered. */
  readonly sequences: readonly string[];
}

export interface CustomerOrder {
  readonly orderId: string;
  readonly orderNumber: string | null;
  readonly orderedAt: string | null;
  readonly totalCents: number;
  readonly currency: string;
  readonly statuses: readonly string[];
  readonly items: number;
}

export interface EventLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly at: string;
  /** As e-mails see them: `{{event.*}}`. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface WaitingLine {
  readonly productId: string;
  readonly variantId: string;
  readonly product: string;
  readonly variant: string;
  readonly email: string;
  /** `pending` is somebody who would be mailed. */
  readonly state: 'waiting' | 'pending' | 'cancelled';
}

export interface RequestLine {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** `null` where no answer was sent. */
  readonly status: number | null;
  readonly fault: string | null;
  readonly isDropped: boolean;
}

export interface SequenceLine {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  /** The event that starts it; `null` where it is started otherwise. */
  readonly event: string | null;
  readonly enrolled: number;
}

export interface EnrollmentLine {
  readonly sequence: string;
  readonly email: string;
  readonly event: string;
}

/** A product with who waits for it. */
export interface ProductView {
  readonly card: Card;
  readonly waiting: readonly WaitingLine[];
}
