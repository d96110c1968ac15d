import { EnrollmentStore } from './enrollments.ts';
import { EventStore, type SandboxEvent } from './events.ts';
import { OrderStore } from './orders.ts';
import { ProductStore } from './products.ts';
import { SequenceStore } from './sequences.ts';
import { SubscriberStore } from './subscribers.ts';
import { SyncRuleStore } from './sync-rules.ts';
import { Waitlist } from './waitlist.ts';

/** Everything one company has. */
export class Company {
  readonly id: string;
  readonly seed: number;
  readonly products = new ProductStore();
  readonly subscribers: SubscriberStore;
  readonly orders = new OrderStore();
  readonly events: EventStore;
  /** Of events that were told with an id. */
  readonly eventIds = new Set<string>();
  readonly waitlist = new Waitlist();
  readonly sequences: SequenceStore;
  readonly enrollments: EnrollmentStore;
  readonly syncRules = new SyncRuleStore();

  constructor(id: string, seed: number) {
    this.id = id;
    this.seed = seed;
    this.subscribers = new SubscriberStore(seed);
    this.events = new EventStore(seed);
    this.sequences = new SequenceStore(seed);
    this.enrollments = new EnrollmentStore(this.sequences);
  }

  /**
   * Fires an event: it is there at once, and starts sequences when it has been processed.
   *
   * @param processing Milliseconds that takes.
   */
  fire(event: Omit<SandboxEvent, 'id'>, now: string, processing = 0): SandboxEvent {
    const fired = this.events.fire(event);
    const at = Date.parse(now);
    this.enrollments.observe(fired, at + processing);
    this.enrollments.settle(at);
    return fired;
  }
}

/** Companies come into being when a key first reaches them. */
export class Companies {
  readonly #seed: number;
  readonly #byId = new Map<string, Company>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  get(id: string): Company {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const company = new Company(id, this.#seed);
    this.#byId.set(id, company);
    return company;
  }

  [Symbol.iterator](): Iterator<Company> {
    return this.#byId.values();
  }

  reset(): void {
    this.#byId.clear();
  }
}
