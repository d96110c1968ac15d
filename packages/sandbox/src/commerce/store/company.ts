import { EventStore } from './events.ts';
import { OrderStore } from './orders.ts';
import { ProductStore } from './products.ts';
import { SubscriberStore } from './subscribers.ts';
import { Waitlist } from './waitlist.ts';

/** Everything one company has. */
export class Company {
  readonly id: string;
  readonly seed: number;
  readonly products = new ProductStore();
  readonly subscribers: SubscriberStore;
  readonly orders = new OrderStore();
  readonly events: EventStore;
  readonly waitlist = new Waitlist();

  constructor(id: string, seed: number) {
    this.id = id;
    this.seed = seed;
    this.subscribers = new SubscriberStore(seed);
    this.events = new EventStore(seed);
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

  reset(): void {
    this.#byId.clear();
  }
}
