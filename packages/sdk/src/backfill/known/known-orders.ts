import type { Order } from 'sequenzy-contract';
import type { Ledger, LedgerEntry, LedgerWrite, OrderState } from '../../ledger/ledger.ts';
import type { BackfillOptions } from '../backfill-options.ts';
import type { OrderFacts } from '../order-facts.ts';
import type { Route } from './route.ts';
import { compareStates } from './compare-states.ts';
import { ChangeTally, type OrderChanges } from './order-changes.ts';
import { stateOf } from './order-state.ts';

/** An order on its way, as far as its history matters. */
export interface Stage {
  readonly order: Order;
  readonly facts: OrderFacts;
  /** Whether it is the order as it is now, and not how it got there. */
  readonly isLast: boolean;
  /** Absent: as an order. */
  readonly route?: Route | undefined;
}

/** Remembered where every order of the ledger has a state, so that it need not be looked for. */
const wholeNote = 'order-states';
const whole = 'whole';

/** Baselines that are written together. */
const together = 500;

/** Decides which orders that were sent before are sent again: those with a real change. */
export class KnownOrders {
  readonly #ledger: Ledger | undefined;
  readonly #full: boolean;
  readonly #resend: boolean;
  readonly #salt: string;
  readonly #tally = new ChangeTally();
  readonly #isWhole: boolean;
  /** How to take back what was counted of an order, should it be asked for again. */
  readonly #counted = new WeakMap<Order, () => void>();
  /** First sent in this run, and not yet as they are now. */
  readonly #begun = new Set<string>();
  /** What is remembered of orders of which an earlier release remembered the id alone. Sending is not what it waits for. */
  readonly #baselines = new Map<string, LedgerWrite>();

  constructor({ ledger, full = false, resend }: BackfillOptions) {
    this.#ledger = ledger;
    this.#full = full;
    this.#resend = resend === 'changed';
    this.#salt = ledger?.salt ?? '';
    this.#isWhole = ledger?.notes?.get(wholeNote) === whole;
  }

  get changes(): OrderChanges {
    return this.#tally.counts;
  }

  /** What the ledger is to remember of it. */
  stateOf({ order, facts }: Omit<Stage, 'isLast'>): OrderState {
    return stateOf(order, facts, this.#salt);
  }

  /** Whether a stage stays unsent. Where it is asked of one again, the last answer counts. */
  async stays(
    stage: Stage,
    remembered: LedgerEntry | undefined,
    isSame: boolean,
  ): Promise<boolean> {
    const key = stage.order.orderId;
    this.#counted.get(stage.order)?.();
    const stays = stage.isLast
      ? await this.#lastStays(stage, remembered, isSame)
      : await this.#firstStays(key, remembered);
    if (!stays) this.#baselines.delete(key);
    return stays;
  }

  /** Everything was looked at: remembers what is known of the orders by now. */
  async finish(isComplete: boolean): Promise<void> {
    await this.#writeBaselines(1);
    if (isComplete && !this.#isWhole) await this.#ledger?.notes?.set(wholeNote, whole);
  }

  /** An order that is known was placed before, whatever became of later events. */
  async #firstStays(key: string, remembered: LedgerEntry | undefined): Promise<boolean> {
    if (this.#full) return false;
    const isKnown =
      remembered !== undefined &&
      (remembered.fingerprint !== null || (await this.#known(key)) !== undefined);
    if (!isKnown) this.#begun.add(key);
    return isKnown;
  }

  async #lastStays(
    stage: Stage,
    remembered: LedgerEntry | undefined,
    isSame: boolean,
  ): Promise<boolean> {
    const key = stage.order.orderId;
    if (remembered === undefined || this.#begun.delete(key)) {
      this.#note(stage, this.#tally.count('created'));
      return false;
    }
    if (this.#full) return false;
    const isKnown = isSame && this.#isWhole;
    const known = isKnown ? undefined : await this.#known(key);
    if (isSame) {
      if (!isKnown && known === undefined) await this.#rememberState(stage, remembered);
      return true;
    }
    return known === undefined
      ? this.#stays(stage, remembered)
      : this.#changedStays(stage, remembered, known);
  }

  /** Nobody knows what was sent, or not for certain. */
  async #stays(stage: Stage, remembered: LedgerEntry): Promise<boolean> {
    if (remembered.fingerprint === null) {
      this.#note(stage, this.#tally.count('created'));
      return false;
    }
    this.#note(stage, this.#tally.count('held', 'heldById'));
    await this.#rememberState(stage, remembered);
    return !this.#resend;
  }

  #changedStays(stage: Stage, { fingerprint }: LedgerEntry, known: OrderState): boolean {
    const found = compareStates(known, this.stateOf(stage));
    if ('not' in found) {
      const isMoved = found.not === 'address';
      const names = isMoved ? (['moved'] as const) : (['heldEarlier', 'held'] as const);
      this.#note(stage, this.#tally.count(...names));
      return isMoved || !this.#resend;
    }
    const { changes } = found;
    // Something was sent, and no clear answer came: it is sent again until one comes.
    if (changes.length > 0 || fingerprint === null) {
      this.#note(stage, this.#tally.countChanges(changes));
      return false;
    }
    this.#note(stage, this.#tally.count('held'));
    return !this.#resend;
  }

  #note({ order }: Stage, undo: () => void): void {
    this.#counted.set(order, undo);
  }

  async #known(key: string): Promise<OrderState | undefined> {
    const [state] = (await this.#ledger?.readOrders?.([key])) ?? [];
    return state;
  }

  async #rememberState(stage: Stage, remembered: LedgerEntry): Promise<void> {
    const key = stage.order.orderId;
    this.#baselines.set(key, { ...remembered, key, order: this.stateOf(stage) });
    await this.#writeBaselines(together);
  }

  async #writeBaselines(least: number): Promise<void> {
    if (this.#baselines.size < least) return;
    const entries = [...this.#baselines.values()];
    this.#baselines.clear();
    await this.#ledger?.write(entries);
  }
}
