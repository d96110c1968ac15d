import type { SequenzyError } from '../errors/errors.ts';
import type { Entry } from './entry.ts';
import { culpritsIn, type Culprits } from './culprits.ts';

/** Requests that may still be spent on finding bad records. */
export interface IsolationBudget {
  left: number;
}

/** What isolation needs of the flight. */
export interface Isolation<Rec> {
  /** Name of the list in the body: `products`. */
  readonly field: string;
  readonly budget: IsolationBudget;
  /** Sends some of the entries again; gives back the refusal, or nothing when they were accepted. */
  send(entries: readonly Entry<Rec>[]): Promise<SequenzyError | undefined>;
  reject(entries: readonly Entry<Rec>[], message: string, error: SequenzyError): void;
}

/**
 * Finds the bad records of a refused batch and delivers the others: by the server's word where it names records,
 * else by halving until they stand alone.
 */
export async function isolate<Rec>(
  entries: readonly Entry<Rec>[],
  refusal: SequenzyError,
  by: Isolation<Rec>,
): Promise<void> {
  const tooLarge = refusal.status === 413;
  const keys = entries.map(({ key }) => key);
  const culprits: Culprits = tooLarge ? new Map() : culpritsIn(refusal, by.field, keys);
  if (entries.length === 1 || by.budget.left <= 0) {
    by.reject(entries, reasonFor(refusal, entries.length), refusal);
  } else if (culprits.size > 0) {
    entries.forEach((entry, index) => {
      const message = culprits.get(index);
      if (message !== undefined) by.reject([entry], message, refusal);
    });
    const others = entries.filter((_, index) => !culprits.has(index));
    if (others.length > 0) await sendAgain(others, refusal, by);
  } else {
    await halve(entries, refusal, by);
  }
}

async function halve<Rec>(
  entries: readonly Entry<Rec>[],
  refusal: SequenzyError,
  by: Isolation<Rec>,
): Promise<void> {
  const middle = Math.ceil(entries.length / 2);
  const right = entries.slice(middle);
  const leftWasFine = await sendAgain(entries.slice(0, middle), refusal, by);
  // Then the fault is in the right half, which need not be sent to be refused. A lone record is sent all the same,
  // to hear what is wrong with it; and of a body that was too large, either half may be small enough.
  const sure = leftWasFine && right.length > 1 && refusal.status !== 413;
  if (sure) await isolate(right, refusal, by);
  else await sendAgain(right, refusal, by);
}

/** True when all of them were accepted at once. */
async function sendAgain<Rec>(
  entries: readonly Entry<Rec>[],
  refusal: SequenzyError,
  by: Isolation<Rec>,
): Promise<boolean> {
  if (by.budget.left <= 0) {
    by.reject(entries, reasonFor(refusal, entries.length), refusal);
    return false;
  }
  by.budget.left -= 1;
  const again = await by.send(entries);
  if (again !== undefined) await isolate(entries, again, by);
  return again === undefined;
}

function reasonFor(refusal: SequenzyError, records: number): string {
  const others = records > 1 ? ` (refused together with ${records - 1} others)` : '';
  return `${refusal.serverMessage ?? refusal.message}${others}`;
}
