import { limits } from 'sequenzy-contract';
import type { Clock } from '../clock.ts';
import { SequenzyAbortError, SequenzyError } from '../errors.ts';
import { Batch, entryOf, type Entry, type Position } from './batch.ts';
import type { BulkEndpoint } from './bulk-endpoint.ts';
import { Flights } from './flights.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import type { DeliveryResult, Outcome } from './outcome.ts';
import { outcomesOf, verdictOn, type Verdict } from './settle.ts';
import { take, type Source } from './take.ts';
import { Tally } from './tally.ts';

/** One run: read, check, merge, pack, send, settle, report. Any number of records in constant memory. */
export class Delivery<Rec> {
  readonly #endpoint: BulkEndpoint<Rec>;
  readonly #options: DeliveryOptions;
  readonly #clock: Clock;
  readonly #flights: Flights;
  readonly #tally = new Tally();
  readonly #stop = new AbortController();
  #open: Batch<Rec>;
  #stoppedBy: SequenzyError | undefined;

  constructor(endpoint: BulkEndpoint<Rec>, options: DeliveryOptions, clock: Clock) {
    this.#endpoint = endpoint;
    this.#options = options;
    this.#clock = clock;
    this.#flights = new Flights(options.concurrency ?? 4);
    this.#open = this.#emptyBatch();
  }

  async run(source: Source): Promise<DeliveryResult> {
    const startedAt = this.#clock.monotonic();
    const unlink = this.#obeySignal();
    try {
      await this.#read(source);
      await this.#dispatch();
      await this.#flights.landed();
    } catch (error) {
      // A bug, ours or a callback's: let what is under way land, then say so.
      this.#stop.abort();
      await this.#flights.landed().catch(() => undefined);
      throw error;
    } finally {
      unlink();
    }
    return this.#result(Math.round(this.#clock.monotonic() - startedAt));
  }

  async #read(source: Source): Promise<void> {
    const { signal } = this.#stop;
    const until = this.#options.accountForAll === true ? new AbortController().signal : signal;
    try {
      for await (const input of take(source, until)) {
        const position = { index: this.#tally.read++, input };
        await this.#accept(position);
      }
    } catch (error) {
      if (!(error instanceof SequenzyError)) throw error;
      this.#stopFor(error);
    }
    if (signal.aborted) this.#stopFor(new SequenzyAbortError('abort', 'Stopped by the caller'));
  }

  async #accept(position: Position): Promise<void> {
    const checked = this.#endpoint.check(position.input);
    const { key } = checked;
    if (this.#stop.signal.aborted) {
      this.#report({ status: 'notAttempted', key, ambiguous: false, ...position });
    } else if ('faults' in checked) {
      this.#report({ status: 'rejected', key, reasons: checked.faults, ...position });
    } else {
      await this.#pack(checked.key, checked.record, position);
    }
  }

  /** Puts the record into the open batch, merged with an unsent one of its key, and sends the batch when it is full. */
  async #pack(key: string, record: Rec, position: Position): Promise<void> {
    const single = entryOf(key, record, [position]);
    const earlier = this.#open.entries.get(key);
    const merged = earlier === undefined ? single : this.#merge(earlier, record, position);
    if (this.#open.fits(merged)) {
      this.#open.put(merged);
    } else if (this.#emptyBatch().fits(merged)) {
      this.#open.remove(key);
      await this.#dispatch();
      this.#open.put(merged);
    } else if (earlier !== undefined && this.#emptyBatch().fits(single)) {
      await this.#dispatch();
      this.#open.put(single);
    } else {
      const message = `is larger than ${this.#maxBytes} bytes as JSON, the most one request may hold`;
      this.#report({ status: 'rejected', key, reasons: [{ path: '', message }], ...position });
    }
    if (this.#open.full) await this.#dispatch();
  }

  #merge(earlier: Entry<Rec>, record: Rec, position: Position): Entry<Rec> {
    const together = this.#endpoint.merge(earlier.record, record);
    return entryOf(earlier.key, together, [...earlier.positions, position]);
  }

  async #dispatch(): Promise<void> {
    const batch = this.#open;
    this.#open = this.#emptyBatch();
    if (batch.entries.size === 0) return;
    await this.#flights.launch(batch.entries.keys(), () => this.#fly([...batch.entries.values()]));
  }

  async #fly(entries: readonly Entry<Rec>[]): Promise<void> {
    const texts = entries.map(({ text }) => text);
    const { signal: drain } = this.#stop;
    if (drain.aborted) {
      this.#settle(entries, { status: 'notAttempted', ambiguous: false });
      return;
    }
    try {
      const { meter } = this.#tally;
      const delivered = await this.#endpoint.send(texts, { drain, meter });
      this.#tally.backInStockEventsTriggered += delivered.backInStockEventsTriggered;
      this.#settle(entries, { status: 'accepted' });
    } catch (error) {
      if (!(error instanceof SequenzyError)) throw error;
      const verdict = verdictOn(error, entries.length);
      if (verdict.status === 'notAttempted') this.#stopFor(error);
      this.#settle(entries, verdict);
    }
  }

  #settle(entries: readonly Entry<Rec>[], verdict: Verdict): void {
    for (const outcome of entries.flatMap((entry) => outcomesOf(entry, verdict))) {
      this.#report(outcome);
    }
    this.#options.onProgress?.(this.#tally.progress());
  }

  #report(outcome: Outcome): void {
    this.#tally.count(outcome);
    this.#options.onOutcome?.(outcome);
  }

  /** The first reason counts; what follows from it does not. */
  #stopFor(error: SequenzyError): void {
    this.#stoppedBy ??= error;
    this.#stop.abort();
  }

  #obeySignal(): () => void {
    const { signal } = this.#options;
    const obey = (): void => {
      this.#stop.abort();
    };
    if (signal?.aborted === true) obey();
    signal?.addEventListener('abort', obey);
    return () => signal?.removeEventListener('abort', obey);
  }

  #emptyBatch(): Batch<Rec> {
    return new Batch(this.#endpoint, this.#maxBytes);
  }

  get #maxBytes(): number {
    return this.#options.maxBodyBytes ?? limits.maxBodyBytes;
  }

  #result(durationMs: number): DeliveryResult {
    const progress = this.#tally.progress();
    const finished = progress.records.rejected > 0 ? 'partial' : 'completed';
    const status = this.#stoppedBy === undefined ? finished : 'stopped';
    return { status, ...progress, durationMs, stoppedBy: this.#stoppedBy };
  }
}
