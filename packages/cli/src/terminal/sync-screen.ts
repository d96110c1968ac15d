import type { Hooks } from 'sequenzy-commerce';
import type { Catalog, Proposal, Recognition, StockFeed } from 'sequenzy-sources';
import type { Io } from './io.ts';
import type {
  Fetching,
  Sending,
  Settled,
  SyncListener,
  Consent,
  ChooseSource,
} from 'sequenzy-jobs/job/sync-listener.ts';
import { chooseSourceOn } from './choose-source.ts';
import { canAsk, confirm, type Answers } from './confirm.ts';
import type { LabelledLines } from './labelled.ts';
import { FetchingScreen } from './fetching-screen.ts';
import { LiveBar } from './live-bar.ts';
import {
  deletionQuestion,
  goneLine,
  planLine,
  restocksLine,
  stockLine,
  fieldsLine,
} from './plan-lines.ts';
import { showProposal } from './proposal-view.ts';
import { recognisedLine } from './recognised-line.ts';
import { filesLabel, openedLine } from './sync-lines.ts';
import { showWatchedRun } from './watched-run.ts';
import { verboseHooks } from './verbose-hooks.ts';
import { count, number } from './wording.ts';
import type { Plan, Gone } from 'sequenzy-jobs/report/plan.ts';

/** How often a run says where it is when nobody watches it live. */
const silence = 60_000;

export interface Verbosity {
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** Stock files have one format, so that nothing was recognised. */
interface Recognised {
  readonly recognition?: Recognition;
  readonly proposal?: Proposal | undefined;
}

/** Shows a run while it goes on: a live bar on a terminal, elsewhere a few plain lines. */
export class SyncScreen implements SyncListener {
  readonly hooks: Hooks;
  readonly chooseSource: ChooseSource;
  readonly watched: SyncListener['watched'];
  readonly #io: Io;
  readonly #lines: LabelledLines;
  readonly #verbosity: Verbosity;
  readonly #answers: Answers;
  #sending: Sending | undefined;
  #fetching: FetchingScreen | undefined;
  #bar: LiveBar | undefined;
  #spokeAt = 0;

  constructor(io: Io, lines: LabelledLines, verbosity: Verbosity, answers: Answers) {
    this.#io = io;
    this.#lines = lines;
    this.#verbosity = verbosity;
    this.#answers = answers;
    this.chooseSource = chooseSourceOn(io, answers);
    this.hooks = verbosity.verbose
      ? verboseHooks((text) => {
          this.#say(['', text]);
        })
      : {};
    this.watched = (wait) =>
      verbosity.quiet
        ? () => undefined
        : showWatchedRun(wait, io, (text) => {
            this.#say(['waiting', text]);
          });
    io.interruption.addEventListener('abort', () => {
      if (this.#sending === undefined) return;
      this.#say(['stopping', 'finishing what is under way; Ctrl-C again stops at once']);
    });
  }

  warned(sentence: string): void {
    this.#say([['yellow', 'warning'], sentence]);
  }

  fetching(fetching: Fetching): void {
    this.#fetching = new FetchingScreen(fetching, {
      clock: this.#io.clock,
      terminal: this.#isLive ? this.#io.stderr : undefined,
      say: (label, text) => {
        this.#say([label, text]);
      },
    });
  }

  fetched(products: number): void {
    this.#fetching?.fetched(products);
  }

  heldBack(hold: Parameters<SyncListener['heldBack']>[0]): void {
    this.#fetching?.heldBack(hold);
  }

  opened(catalog: Parameters<SyncListener['opened']>[0]): void {
    this.introduced(catalog, openedLine(catalog));
  }

  openedStock(feed: Pick<StockFeed, 'files' | 'source' | 'counts' | 'warnings'>): void {
    this.introduced(feed, `${feed.source.label}, ${count(feed.counts.rows, 'row')}`);
  }

  /** What the input is, in words, and what is odd about it. */
  introduced(
    { files, warnings, recognition, proposal }: Pick<Catalog, 'files' | 'warnings'> & Recognised,
    description: string,
  ): void {
    if (proposal !== undefined && !this.#verbosity.quiet) {
      showProposal(proposal, this.#lines, 'this is how it is read');
    }
    const label = filesLabel(files);
    this.#lines.fit(label);
    this.#say([label, description]);
    if (this.#verbosity.verbose && recognition !== undefined) {
      this.#say(['recognised', recognisedLine(recognition)]);
    }
    for (const warning of warnings) this.warned(warning);
  }

  planned(plan: Plan): void {
    this.#say(['plan', planLine(plan)]);
    if (plan.stock.products > 0) this.#say(['stock', stockLine(plan.stock)]);
    if (plan.stock.others > 0) this.#say(['fields', fieldsLine(plan.stock)]);
    const { products, variants } = plan.restocks;
    if (products + variants > 0) this.#say(['restocks', restocksLine(plan.restocks)]);
    if (plan.gone !== undefined && plan.gone.count > 0) {
      this.#say(['to delete', goneLine(plan.gone)]);
    }
  }

  sending(sending: Sending): void {
    this.#sending = sending;
    this.#spokeAt = this.#io.clock.monotonic();
    if (this.#isLive && sending.load.requests > 0) {
      this.#bar = new LiveBar(this.#io.stderr, this.#io.clock, sending);
    }
  }

  progressed(progress: Settled): void {
    this.#bar?.update(progress);
    const now = this.#io.clock.monotonic();
    if (this.#bar !== undefined || now - this.#spokeAt < silence) return;
    this.#spokeAt = now;
    const { accepted, rejected, unknown } = progress.records;
    const { records: all = 0, noun = 'product' } = this.#sending?.load ?? {};
    const of = count(all, noun);
    const sent = count(progress.requests.sent, 'request');
    this.#say(['sending', `${number(accepted + rejected + unknown)}/${of}, ${sent}`]);
  }

  waiting(sentence: string): void {
    this.#say(['waiting', sentence]);
  }

  deleted(products: number, of: number): void {
    const now = this.#io.clock.monotonic();
    if (products < of && now - this.#spokeAt < silence) return;
    this.#spokeAt = now;
    this.#say(['deleted', `${number(products)}/${count(of, 'product')}`]);
  }

  settled(): void {
    this.#bar?.end();
    this.#bar = undefined;
    this.#fetching?.end();
    this.#fetching = undefined;
    this.#sending = undefined;
  }

  mayReplace(file: string): Promise<boolean> {
    return confirm(
      `${file} exists and is not a rejects file. Replace it?`,
      this.#io,
      this.#answers,
    );
  }

  async mayDelete(gone: Gone): Promise<Consent> {
    if (!this.#answers.yes && !canAsk(this.#io, this.#answers)) return 'nobody to ask';
    const yes = await confirm(deletionQuestion(gone), this.#io, this.#answers);
    return yes ? 'given' : 'refused';
  }

  get #isLive(): boolean {
    return this.#io.stderr.isTTY === true && !this.#verbosity.quiet;
  }

  #say([label, text]: [Parameters<LabelledLines['line']>[0], string]): void {
    if (this.#verbosity.quiet) return;
    const write = (): void => {
      this.#lines.wrapped(label, text);
    };
    const live = this.#bar ?? this.#fetching;
    if (live === undefined) write();
    else live.above(write);
  }
}
