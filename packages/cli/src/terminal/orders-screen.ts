import type { DailyWindow } from 'sequenzy-commerce/backfill';
import type { JobEvent } from 'sequenzy-jobs/job/events.ts';
import type { Io } from './io.ts';
import type { LabelledLines } from './labelled.ts';
import { firingLine, storedLine } from './orders-firing.ts';
import { historyLine, notSentLine, ordersPlanLine, wallClock } from './orders-lines.ts';
import { SyncScreen, type Verbosity } from './sync-screen.ts';

export interface OrdersScreenOptions {
  readonly verbosity: Verbosity;
  /** Whether orders carry `properties.backfill`. */
  readonly mark: boolean;
  /** Whether what differs in ways that are not sent is sent. */
  readonly resend: boolean;
  /** Hours of the day in which orders are sent. */
  readonly window: DailyWindow | undefined;
}

type Planned = Extract<JobEvent, { type: 'planned'; kind: 'orders' }>;

/** Shows a backfill while it is done, on the same screen as a sync. */
export class OrdersScreen {
  readonly #io: Io;
  readonly #options: OrdersScreenOptions;
  readonly #screen: SyncScreen;

  constructor(io: Io, lines: LabelledLines, options: OrdersScreenOptions) {
    this.#io = io;
    this.#options = options;
    this.#screen = new SyncScreen(io, lines, options.verbosity);
  }

  readonly onEvent = (event: JobEvent): void => {
    if (event.type === 'planned' && event.kind === 'orders') this.#planned(event);
    else if (event.type === 'waiting') {
      const until = wallClock(event.until.getTime());
      this.#screen.say('waiting', `until ${until}: outside of --window`);
    } else this.#screen.onEvent(event);
  };

  #planned({ plan, rule }: Planned): void {
    const { mark, resend, window } = this.#options;
    const say = (label: string, text: string): void => {
      this.#screen.say(label, text);
    };
    say('plan', ordersPlanLine(plan, this.#io.clock.now(), window));
    const history = historyLine(plan, rule);
    if (history !== undefined) say('history', history);
    const notSent = notSentLine(plan.orderChanges, resend);
    if (notSent !== undefined) say('differing', notSent);
    if (plan.orders === 0) return;
    const stored = storedLine(plan);
    if (stored !== undefined) say('events', stored);
    say('automations', firingLine(plan, mark));
  }
}
