import { makeId } from '../../seed/random.ts';

type EventName =
  | 'ecommerce.order_placed'
  | 'ecommerce.order_cancelled'
  | 'ecommerce.order_fulfilled'
  | 'ecommerce.order_refunded'
  | 'ecommerce.checkout_started'
  | 'ecommerce.back_in_stock_requested'
  | 'ecommerce.back_in_stock';

/** Something that happened to a subscriber and would start automations. */
export interface SandboxEvent {
  readonly id: string;
  readonly name: EventName;
  readonly email: string;
  readonly subscriberId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What e-mails see as `{{event.*}}`. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export class EventStore {
  readonly #seed: number;
  readonly #events: SandboxEvent[] = [];

  constructor(seed: number) {
    this.#seed = seed;
  }

  get all(): readonly SandboxEvent[] {
    return this.#events;
  }

  fire(event: Omit<SandboxEvent, 'id'>): SandboxEvent {
    const fired = { id: makeId('evt', this.#seed, this.#events.length + 1), ...event };
    this.#events.push(fired);
    return fired;
  }
}
