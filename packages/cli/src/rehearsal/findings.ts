import type { Rehearsal, Start, ValuesOverTime } from 'sequenzy-pages';
import type { Sandbox } from 'sequenzy-sandbox';

/** Points of a curve. */
const most = 120;

/** What a company had before a rehearsal, to tell from it what came of it. */
export class Before {
  readonly start: Start;
  readonly #events: number;
  readonly #enrollments: number;
  readonly #at: number;

  /** @param at Milliseconds since 1970. */
  constructor(sandbox: Sandbox, from: Start['from'], at: number) {
    const { products, sequences, subscribers } = sandbox;
    this.start = {
      from,
      products: products.size,
      sequences: sequences.size,
      subscribers: subscribers.size,
    };
    this.#events = sandbox.events.length;
    this.#enrollments = sandbox.enrollments.length;
    this.#at = at;
  }

  /** What came of it since. */
  findings(sandbox: Sandbox): Omit<Rehearsal, 'durationMs' | 'rehearsedMs'> {
    const events = sandbox.events.slice(this.#events);
    const people = new Map<string, Set<string>>();
    for (const { sequence, email } of sandbox.enrollments.slice(this.#enrollments)) {
      const entered = people.get(sequence) ?? new Set();
      people.set(sequence, entered.add(email));
    }
    const names = new Set([...people.keys(), ...Array.from(sandbox.sequences, ({ name }) => name)]);
    const notified = events.filter(({ name }) => name === 'ecommerce.back_in_stock');
    const values = this.#valuesOf(sandbox);
    return {
      start: this.start,
      requests: requestsOf(sandbox),
      events: countsOf(events.map(({ name }) => name)),
      sequences: [...names].map((name) => ({ name, people: people.get(name)?.size ?? 0 })),
      backInStock: new Set(notified.map(({ email }) => email)).size,
      ...(values && { values }),
    };
  }

  #valuesOf({ subscribers }: Sandbox): ValuesOverTime | undefined {
    const changed: number[] = [];
    for (const { valuesChangedAt } of subscribers) {
      if (valuesChangedAt === null) continue;
      const after = Date.parse(valuesChangedAt) - this.#at;
      if (after >= 0) changed.push(after);
    }
    if (changed.length === 0) return undefined;
    changed.sort((one, other) => one - other);
    const customers = changed.length;
    const at = (share: number): number => changed[Math.ceil(customers * share) - 1] ?? 0;
    const points = Math.min(most, customers);
    const curve = Array.from({ length: points }, (_, point) => {
      const share = (point + 1) / points;
      return { at: at(share), customers: Math.ceil(customers * share) };
    });
    return { customers, halfMs: at(0.5), allMs: at(1), curve: [{ at: 0, customers: 0 }, ...curve] };
  }
}

function requestsOf({ requests }: Sandbox): Rehearsal['requests'] {
  const overLimit = requests.filter(({ status }) => status === 429).length;
  const failed = requests.filter(({ status = 500 }) => status >= 500).length;
  return { sent: requests.length, overLimit, failed };
}

function countsOf(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
