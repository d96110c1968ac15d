import { historyAfterMilliseconds, oldestEventYears } from 'sequenzy-contract';
import type { Route } from '../known/route.ts';
import type { Survey } from '../survey/survey.ts';
import { Column } from '../tables/column.ts';

/** Clocks differ: an order that is history by ours alone would make all of its customer's events live. */
const clockTolerance = 15 * 60_000;
/** A run may take that long, and an event that has become too old meanwhile is refused. */
const longestRun = 86_400_000;

const [sent, changed] = [1, 2];

/** How the orders leave that are to be sent, where history is stored as events. */
export class Routes {
  readonly #survey: Survey;
  /** Orders of this time or later are too young for history. */
  readonly #recent: number;
  /** Orders before this time are refused as events. */
  readonly #oldest: number;
  /** By row. */
  readonly #sent = new Column(Uint8Array);
  /** Row + 1 of the customer's newest order that is sent; 0 where there is none. */
  readonly #newest = new Column(Uint32Array);

  /** @param now In milliseconds since 1970. */
  constructor(survey: Survey, now: number) {
    this.#survey = survey;
    this.#recent = now - historyAfterMilliseconds - clockTolerance;
    const oldest = new Date(now);
    oldest.setUTCFullYear(oldest.getUTCFullYear() - oldestEventYears);
    this.#oldest = oldest.getTime() + longestRun;
  }

  /** An order that is to be sent. `isKnown`: its event may be there already, so that another one would say nothing. */
  add(row: number, isKnown: boolean): void {
    const { orders } = this.#survey;
    const customer = orders.customer(row);
    const newest = this.#newest.get(customer);
    this.#sent.set(row, isKnown ? changed : sent);
    const isNewer = newest === 0 || orders.time(row) >= orders.time(newest - 1);
    if (isNewer) this.#newest.set(customer, row + 1);
  }

  /** Of one that was not added nothing is sent, whatever its route. */
  of(row: number): Route | 'too old' {
    const { orders, toSend } = this.#survey;
    const time = orders.time(row);
    const isNewest = this.#newest.get(orders.customer(row)) === row + 1;
    // One that was left out before is not sent later, just because all newer ones are known by then.
    const isNeeded = time >= this.#oldest || toSend.isNewest(row);
    if (isNewest && isNeeded) return 'newest';
    if (this.#sent.get(row) === changed) return 'changed';
    if (time >= this.#recent) return 'recent';
    if (time >= this.#oldest) return 'event';
    return this.#sent.get(row) === 0 ? 'changed' : 'too old';
  }
}
