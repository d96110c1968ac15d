import { collection, type Collection } from '../service/collection.ts';
import type { SandboxEvent } from './store/events.ts';
import type { SandboxOrder } from './store/orders.ts';
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
  /** Everybody who asked to be told. */
  readonly waitlist: readonly WaitlistEntry[];
}

/** A view that asks for the company each time, so that it outlives a reset. */
export function viewOf(company: () => Company): CompanyView {
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
    get waitlist() {
      return company().waitlist.all.map((entry) => ({ ...entry }));
    },
  };
}
