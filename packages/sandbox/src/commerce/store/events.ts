import { makeId } from '../../seed/random.ts';

/** Something that happened to a subscriber and would start automations. */
export interface SandboxEvent {
  readonly id: string;
  /** `ecommerce.order_placed` */
  readonly name: string;
  readonly email: string;
  readonly subscriberId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What e-mails see as `{{event.*}}`. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export class EventStore {
  readonly #seed: number;
  readonly #fired: SandboxEvent[] = [];
  readonly #history: SandboxEvent[] = [];

  constructor(seed: number) {
    this.#seed = seed;
  }

  get all(): readonly SandboxEvent[] {
    return this.#fired;
  }

  /** Stored silently. */
  get history(): readonly SandboxEvent[] {
    return this.#history;
  }

  /** Puts back events that were saved. */
  restore(fired: readonly SandboxEvent[], history: readonly SandboxEvent[]): void {
    for (const event of fired) this.#fired.push(event);
    for (const event of history) this.#history.push(event);
  }

  fire(event: Omit<SandboxEvent, 'id'>): SandboxEvent {
    const fired = { id: makeId('evt', this.#seed, this.#fired.length + 1), ...event };
    this.#fired.push(fired);
    return fired;
  }

  store(event: Omit<SandboxEvent, 'id'>): SandboxEvent {
    const stored = { id: makeId('hist', this.#seed, this.#history.length + 1), ...event };
    this.#history.push(stored);
    return stored;
  }
}
