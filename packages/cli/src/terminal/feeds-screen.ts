import type { Entry } from 'sequenzy-jobs/config/entries.ts';
import type { JobEvent } from 'sequenzy-jobs/job/events.ts';
import type { BackfillReport } from 'sequenzy-jobs/orders/backfill/backfill-orders.ts';
import type { SyncReport } from 'sequenzy-jobs/report/sync-report.ts';
import type { FeedReport } from 'sequenzy-jobs/shops/feed-report.ts';
import { filesLabel } from './sync-lines.ts';
import type { Io } from './io.ts';
import { LabelledLines } from './labelled.ts';
import { printOrdersReport } from './orders-report.ts';
import { OrdersScreen } from './orders-screen.ts';
import type { Printer } from './printer.ts';
import { stoppedLine } from './flags.ts';
import { printSyncReport } from './sync-report.ts';
import { SyncScreen, type Verbosity } from './sync-screen.ts';

interface FeedsScreenOptions {
  readonly verbosity: Verbosity;
  readonly isDry: boolean;
  /** What to type to run the same command again. */
  readonly again: string;
}

/** Shows feeds one after the other, each as its own command shows it. */
export class FeedsScreen {
  readonly #io: Io;
  readonly #err: Printer;
  readonly #options: FeedsScreenOptions;
  #lines: LabelledLines;
  #heard: (event: JobEvent) => void = () => undefined;

  constructor(io: Io, err: Printer, options: FeedsScreenOptions) {
    this.#io = io;
    this.#err = err;
    this.#options = options;
    this.#lines = new LabelledLines(err);
  }

  readonly onEvent = (event: JobEvent): void => {
    this.#heard(event);
  };

  readonly begins = ({ name, feed }: Pick<Entry, 'name' | 'feed'>, place: number): void => {
    const { verbosity } = this.#options;
    this.#lines = new LabelledLines(this.#err);
    if (!verbosity.quiet) {
      if (place > 0) this.#err.line();
      this.#err.line(['bold', name], `   ${feed.command}`);
    }
    this.#lines.fit(filesLabel(feed.files ?? []));
    this.#heard =
      feed.command === 'orders backfill'
        ? new OrdersScreen(this.#io, this.#lines, {
            ...{ verbosity, window: feed.window },
            mark: feed.mark !== false,
            resend: feed.resend !== undefined,
          }).onEvent
        : new SyncScreen(this.#io, this.#lines, verbosity).onEvent;
  };

  readonly ended = (done: FeedReport): void => {
    const { verbosity, isDry, again } = this.#options;
    const { report, stoppedBy, stack, name, exitCode } = done;
    if (verbosity.quiet && exitCode === 0) return;
    if (verbosity.quiet) this.#err.line(['bold', name], `   ${done.command}`);
    const how = { mode: isDry ? 'dry-run' : 'sync', again } as const;
    if (report !== undefined) {
      if (isOfOrders(report)) printOrdersReport(report, this.#lines, how);
      else printSyncReport(report, this.#lines, how);
      return;
    }
    if (stack !== undefined) this.#err.text(stack);
    if (stoppedBy !== null) this.#lines.line(['red', 'error'], stoppedLine(stoppedBy));
  };
}

function isOfOrders(report: SyncReport | BackfillReport): report is BackfillReport {
  return 'orders' in report.plan;
}
