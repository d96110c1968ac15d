import type { Recognition } from 'sequenzy-sources';
import type { Fetching, JobEvent, Sending, Settled } from 'sequenzy-jobs/job/events.ts';
import type { Plan } from 'sequenzy-jobs/report/plan.ts';
import { automationLines } from './automation-lines.ts';
import { changeLines } from './change-lines.ts';
import { FetchingScreen } from './fetching-screen.ts';
import { holdLines, holdPlanLines } from './hold-lines.ts';
import type { Io } from './io.ts';
import type { Label, LabelledLines } from './labelled.ts';
import { LiveBar } from './live-bar.ts';
import { openedOrdersLine } from './orders-lines.ts';
import {
  fieldsLine,
  goneLine,
  pagesLine,
  planLine,
  restocksLine,
  stockLine,
} from './plan-lines.ts';
import { showProposal } from './proposal-view.ts';
import { recognisedLine } from './recognised-line.ts';
import { filesLabel, openedLine } from './sync-lines.ts';
import { undoLines } from './undo-lines.ts';
import { verboseLine } from './verbose-line.ts';
import { showWatchedRun } from './watched-run.ts';
import { count, number } from './wording.ts';

/** How often a run says where it is when nobody watches it live. */
const silence = 60_000;

export interface Verbosity {
  readonly quiet: boolean;
  readonly verbose: boolean;
}

type Opened = Extract<JobEvent, { type: 'opened' }>;

/** Shows a job while it is done: a live bar on a terminal, elsewhere a few plain lines. */
export class SyncScreen {
  readonly #io: Io;
  readonly #lines: LabelledLines;
  readonly #verbosity: Verbosity;
  #sending: Sending | undefined;
  #fetching: FetchingScreen | undefined;
  #bar: LiveBar | undefined;
  #watched: (() => void) | undefined;
  #spokeAt = 0;

  constructor(io: Io, lines: LabelledLines, verbosity: Verbosity) {
    this.#io = io;
    this.#lines = lines;
    this.#verbosity = verbosity;
    io.interruption.addEventListener('abort', () => {
      if (this.#sending === undefined) return;
      this.say('stopping', 'finishing what is under way; Ctrl-C again stops at once');
    });
  }

  readonly onEvent = (event: JobEvent): void => {
    switch (event.type) {
      case 'warning':
        this.#warned(event.sentence);
        break;
      case 'ledger-held':
        if (this.#verbosity.quiet) break;
        this.#watched = showWatchedRun(event.wait, this.#io, (text) => {
          this.say('waiting', text);
        });
        break;
      case 'ledger-free':
        this.#watched?.();
        break;
      case 'fetching':
        this.#fetchingFrom(event.fetching);
        break;
      case 'fetched':
        this.#fetching?.fetched(event.records);
        break;
      case 'fetching-held':
        this.#fetching?.heldBack(event.hold);
        break;
      case 'opened':
        this.#opened(event);
        break;
      case 'planned':
        if (event.kind === 'products') this.#planned(event.plan);
        if (event.kind !== 'undo') break;
        for (const [label, text] of undoLines(event.plan)) this.say(label, text);
        break;
      case 'changes':
        for (const [label, text] of changeLines(event.changes)) this.say(label, text);
        break;
      case 'automations':
        for (const line of automationLines(event.automations)) this.say('automations', line);
        if (event.hold === undefined) break;
        for (const line of holdPlanLines(event.automations, event.hold)) this.say('hold', line);
        break;
      case 'held':
      case 'releasing':
      case 'released':
        for (const line of holdLines(event)) this.say('hold', line);
        break;
      case 'sending':
        this.#sendingBegins(event.sending);
        break;
      case 'progress':
        this.#progressed(event.progress);
        break;
      case 'pruned':
        this.#pruned(event.products, event.of);
        break;
      case 'settled':
        this.#settled();
        break;
      case 'response':
      case 'retry':
      case 'hold':
        if (this.#verbosity.verbose) this.say('', verboseLine(event) ?? '');
        break;
      case 'waiting':
      case 'deletion':
      case 'event':
      case 'run':
      case 'recorded':
        break;
    }
  };

  /** One line, above what is live. */
  say(label: Label, text: string): void {
    if (this.#verbosity.quiet) return;
    const write = (): void => {
      this.#lines.line(label, text);
    };
    const live = this.#bar ?? this.#fetching;
    if (live === undefined) write();
    else live.above(write);
  }

  #warned(sentence: string): void {
    this.say(['yellow', 'warning'], sentence);
  }

  #fetchingFrom(fetching: Fetching): void {
    this.#fetching?.end();
    this.#fetching = new FetchingScreen(fetching, {
      io: this.#io,
      isLive: this.#isLive,
      say: (label, text) => {
        this.say(label, text);
      },
    });
  }

  /** What the input is, in words, and what is odd about it. */
  #opened(event: Opened): void {
    const { files, warnings } = event.input;
    const proposal = event.kind === 'stock' ? undefined : event.input.proposal;
    if (proposal !== undefined && !this.#verbosity.quiet) {
      showProposal(proposal, this.#lines, 'this is how it is read');
    }
    const label = filesLabel(files);
    this.#lines.fit(label);
    this.say(label, descriptionOf(event));
    // Stock files have one format, so that nothing was recognised.
    const recognition: Recognition | undefined =
      event.kind === 'stock' ? undefined : event.input.recognition;
    if (recognition?.mapping !== undefined) this.say('mapping', recognition.mapping);
    if (recognition?.sheet !== undefined) this.say('sheet', recognition.sheet);
    if (this.#verbosity.verbose && recognition !== undefined) {
      this.say('recognised', recognisedLine(recognition));
    }
    for (const warning of warnings) this.#warned(warning);
  }

  #planned(plan: Plan): void {
    this.say('plan', planLine(plan));
    if (plan.withoutPage > 0) this.say('pages', pagesLine(plan));
    if (plan.stock.products > 0) this.say('stock', stockLine(plan.stock));
    if (plan.stock.others > 0) this.say('fields', fieldsLine(plan.stock));
    const { products, variants } = plan.restocks;
    if (products + variants > 0) this.say('restocks', restocksLine(plan.restocks));
    if (plan.gone !== undefined && plan.gone.count > 0) {
      this.say('to delete', goneLine(plan.gone));
    }
  }

  #sendingBegins(sending: Sending): void {
    this.#sending = sending;
    this.#spokeAt = this.#io.clock.monotonic();
    if (this.#isLive && sending.load.requests > 0) {
      this.#bar = new LiveBar(this.#io, sending);
    }
  }

  #progressed(progress: Settled): void {
    this.#bar?.update(progress);
    const now = this.#io.clock.monotonic();
    if (this.#bar !== undefined || now - this.#spokeAt < silence) return;
    this.#spokeAt = now;
    const { accepted, rejected, unknown } = progress.records;
    const { records: all = 0, noun = 'product' } = this.#sending?.load ?? {};
    const of = count(all, noun);
    const sent = count(progress.requests.sent, 'request');
    this.say('sending', `${number(accepted + rejected + unknown)}/${of}, ${sent}`);
  }

  #pruned(products: number, of: number): void {
    const now = this.#io.clock.monotonic();
    if (products < of && now - this.#spokeAt < silence) return;
    this.#spokeAt = now;
    this.say('deleted', `${number(products)}/${count(of, 'product')}`);
  }

  #settled(): void {
    this.#bar?.end();
    this.#bar = undefined;
    this.#fetching?.end();
    this.#fetching = undefined;
    this.#sending = undefined;
  }

  get #isLive(): boolean {
    return this.#io.stderr.isTTY === true && !this.#verbosity.quiet;
  }
}

function descriptionOf(event: Opened): string {
  switch (event.kind) {
    case 'products':
      return openedLine(event.input);
    case 'orders':
      return openedOrdersLine(event.input);
    case 'stock':
      return `${event.input.source.label}, ${count(event.input.counts.rows, 'row')}`;
  }
}
