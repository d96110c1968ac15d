import type { DailyWindow, Hooks, TotalsRule } from 'sequenzy-commerce';
import type { Io } from './io.ts';
import type { OrdersListener } from 'sequenzy-jobs/orders/backfill/orders-listener.ts';
import type { OrdersPlan } from 'sequenzy-jobs/orders/backfill/orders-plan.ts';
import { totalsChoices, type TotalsChoice } from 'sequenzy-jobs/orders/totals/totals-choice.ts';
import type { Sending, Settled, Consent } from 'sequenzy-jobs/job/sync-listener.ts';
import { ask } from './ask.ts';
import { canAsk, confirm, type Answers } from './confirm.ts';
import type { LabelledLines } from './labelled.ts';
import {
  historyLine,
  notSentLine,
  openedOrdersLine,
  ordersPlanLine,
  wallClock,
} from './orders-lines.ts';
import { SyncScreen, type Verbosity } from './sync-screen.ts';
import { count } from './wording.ts';

export interface OrdersScreenOptions {
  readonly verbosity: Verbosity;
  readonly answers: Answers;
  /** Whether orders carry `properties.backfill`. */
  readonly mark: boolean;
  /** Whether what differs in ways that are not sent is sent. */
  readonly resend: boolean;
  /** Hours of the day outside of which nothing is sent. */
  readonly window: DailyWindow | undefined;
}

/** Shows a backfill while it goes on, on the same screen as a sync. */
export class OrdersScreen implements OrdersListener {
  readonly hooks: Hooks;
  readonly chooseSource: OrdersListener['chooseSource'];
  readonly watched: OrdersListener['watched'];
  readonly #io: Io;
  readonly #lines: LabelledLines;
  readonly #options: OrdersScreenOptions;
  readonly #screen: SyncScreen;

  constructor(io: Io, lines: LabelledLines, options: OrdersScreenOptions) {
    this.#io = io;
    this.#lines = lines;
    this.#options = options;
    this.#screen = new SyncScreen(io, lines, options.verbosity, options.answers);
    this.hooks = this.#screen.hooks;
    this.chooseSource = this.#screen.chooseSource;
    this.watched = this.#screen.watched;
  }

  warned(sentence: string): void {
    this.#screen.warned(sentence);
  }

  opened(orders: Parameters<OrdersListener['opened']>[0]): void {
    this.#screen.introduced(orders, openedOrdersLine(orders));
  }

  planned(plan: OrdersPlan, rule: TotalsRule | undefined): void {
    if (this.#options.verbosity.quiet) return;
    this.#lines.line('plan', ordersPlanLine(plan, this.#io.clock.now(), this.#options.window));
    const history = historyLine(plan, rule);
    if (history !== undefined) this.#lines.line('history', history);
    const notSent = notSentLine(plan.orderChanges, this.#options.resend);
    if (notSent !== undefined) this.#lines.line('differing', notSent);
    if (plan.orders === 0) return;
    const filter = this.#options.mark
      ? 'each carries properties.backfill = true to filter by'
      : 'none carries a mark to filter by';
    this.#lines.line('automations', `every order can start them; ${filter}`);
  }

  async chooseTotals(): Promise<TotalsChoice | undefined> {
    if (!canAsk(this.#io, this.#options.answers)) return undefined;
    const names = Object.keys(totalsChoices) as TotalsChoice[]; // its own keys
    const offered = names.filter((name) => name !== 'columns');
    this.#lines.line('totals', 'Where do the customers’ lifetime totals come from?');
    for (const name of offered) this.#lines.line(name, totalsChoices[name]);
    const answer = await ask(`${offered.join(' or ')}? `, this.#io);
    return offered.find((name) => name === answer.toLowerCase());
  }

  async maySend({ orders }: OrdersPlan): Promise<Consent> {
    const { answers } = this.#options;
    if (!answers.yes && !canAsk(this.#io, answers)) return 'nobody to ask';
    const question = `Send ${count(orders, 'order')}? Every one can start automations.`;
    return (await confirm(question, this.#io, answers)) ? 'given' : 'refused';
  }

  sending(sending: Sending): void {
    this.#screen.sending(sending);
  }

  waiting(until: Date): void {
    this.#screen.waiting(`until ${wallClock(until.getTime())}: outside of --window`);
  }

  progressed(progress: Settled): void {
    this.#screen.progressed(progress);
  }

  settled(): void {
    this.#screen.settled();
  }

  mayReplace(file: string): Promise<boolean> {
    return this.#screen.mayReplace(file);
  }
}
