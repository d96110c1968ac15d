import { SingleBar } from 'cli-progress';
import { timeLeft } from '../run/schedule.ts';
import type { Sending, Settled } from '../run/sync-listener.ts';
import type { Io, Output } from '../io.ts';
import { count, number, wholeDuration } from './wording.ts';

const barWidth = 20;

/** A shorter wait is the ordinary pace. */
const worthSaying = 1100;

/** A line at the bottom of a terminal that shows how far a run is. Consists of our own words only. */
export class LiveBar {
  readonly #output: Output;
  readonly #clock: Io['clock'];
  readonly #sending: Sending;
  readonly #startedAt: number;
  #progress: Settled | undefined;
  #bar: SingleBar | undefined;

  constructor(output: Output, clock: Io['clock'], sending: Sending) {
    this.#output = output;
    this.#clock = clock;
    this.#sending = sending;
    this.#startedAt = clock.monotonic();
    this.#show();
  }

  update(progress: Settled): void {
    this.#progress = progress;
    this.#bar?.update(settledOf(progress));
  }

  /** Writes something above the bar. */
  above(write: () => void): void {
    this.#stop({ clear: true });
    write();
    this.#show();
  }

  /** Leaves the last state standing. */
  end(): void {
    this.#stop({ clear: false });
  }

  #show(): void {
    this.#bar = new SingleBar({
      stream: this.#output,
      format: (_options, { progress }) => this.#line(progress),
      // Cut to the width instead of switching the terminal's wrapping off: a killed process leaves it as it was.
      linewrap: true,
      forceRedraw: true,
      clearOnComplete: true,
      gracefulExit: false,
    });
    const done = this.#progress === undefined ? 0 : settledOf(this.#progress);
    this.#bar.start(this.#sending.plan.products, done);
  }

  #stop({ clear }: { clear: boolean }): void {
    if (this.#bar === undefined) return;
    this.#bar.stop();
    this.#bar = undefined;
    if (!clear) this.#output.write(`${this.#line(this.#share())}\n`);
  }

  #share(): number {
    const { products } = this.#sending.plan;
    return this.#progress === undefined ? 0 : settledOf(this.#progress) / products;
  }

  #line(share: number): string {
    const { plan, rate, limiter } = this.#sending;
    const done = this.#progress === undefined ? 0 : settledOf(this.#progress);
    const sent = this.#progress?.requests.sent ?? 0;
    const full = Math.floor(Math.min(1, share) * barWidth);
    const parts = [
      `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${percent(share)}`,
      `${number(done)}/${count(plan.products, plan.noun)}`,
    ];
    const requests = count(sent, 'request');
    if (done >= plan.products) return [...parts, requests].join('  ');
    const { reason, milliseconds } = limiter.explain();
    const left = timeLeft(sent, Math.max(1, plan.requests - sent), rate, milliseconds);
    if (milliseconds >= worthSaying)
      parts.push(`waiting ${wholeDuration(milliseconds)} (${why[reason]})`);
    else parts.push(requests, ...this.#speed(done));
    if (rate !== undefined) parts.push(`ETA ${wholeDuration(left)}`);
    return parts.join('  ').slice(0, this.#width - 1);
  }

  #speed(done: number): string[] {
    const seconds = (this.#clock.monotonic() - this.#startedAt) / 1000;
    return done > 0 && seconds >= 1 ? [`${number(Math.round(done / seconds))}/s`] : [];
  }

  /** Some terminals say 0. */
  get #width(): number {
    const { columns = 0 } = this.#output;
    return columns > 0 ? columns : 80;
  }
}

const why = {
  open: 'answer',
  second: 'limit',
  minute: 'limit',
  paused: 'server asks',
} as const;

function percent(share: number): string {
  return `${String(Math.floor(Math.min(1, share) * 100)).padStart(3)}%`;
}

/** Of those that have to be sent. */
function settledOf({ records }: Settled): number {
  return records.accepted + records.rejected;
}
