import { collection, type Collection } from '../service/collection.ts';
import type { SandboxEnrollment } from './store/enrollments.ts';
import type { SandboxEvent } from './store/events.ts';
import type { SandboxOrder } from './store/orders.ts';
import { toSequence, type SandboxSequence } from './store/sequences.ts';
import { toStoredProduct, type SandboxProduct } from './store/stored-product.ts';
import { toSubscriber, type SandboxSubscriber } from './store/subscribers.ts';
import type { Company } from './store/company.ts';
import type { WaitlistEntry } from './store/waitlist.ts';

/** What one company holds. Every look shows the present state; what was handed out before does not change. */
export interface CompanyView {
  /** By productId; `get` finds products pushed through the API, iterating shows those of every provider. */
  readonly products: Collection<SandboxProduct>;
  /** By e-mail address, without case. */
  readonly subscribers: Collection<SandboxSubscriber>;
  /** By orderId. */
  readonly orders: Collection<SandboxOrder>;
  /** Everything that was fired, in order. */
  readonly events: readonly SandboxEvent[];
  /** Events that were stored as history, and started nothing. */
  readonly history: readonly SandboxEvent[];
  /** By id. */
  readonly sequences: Collection<SandboxSequence>;
  /** Who has entered which sequence, in order: the mail that would be sent. */
  readonly enrollments: readonly SandboxEnrollment[];
  /** Everybody who asked to be told. */
  readonly waitlist: readonly WaitlistEntry[];
}

/** A view that asks for the company each time, so that it outlives a reset. */
export function viewOf(company: () => Company, now: () => number): CompanyView {
  const seed = company().seed;
  return {
    products: collection(
      () => company().products,
      (record) => toStoredProduct(record, seed),
    ),
    subscribers: collection(() => company().subscribers, toSubscriber),
    orders: collection(
      () => company().orders,
      (order) => order,
    ),
    get events() {
      return [...company().events.all];
    },
    get history() {
      return [...company().events.history];
    },
    sequences: collection(() => company().sequences, toSequence),
    get enrollments() {
      company().enrollments.settle(now());
      return [...company().enrollments.all];
    },
    get waitlist() {
      return company().waitlist.all.map((entry) => ({ ...entry }));
    },
  };
}
