import { SequenzyAnswerError, SequenzyError } from '../errors/errors.ts';
import { complete, inBodies } from './complete.ts';
import { restocksOf, type Entry } from './entry.ts';
import type { BulkEndpoint, Delivered } from './bulk-endpoint.ts';
import { isolate, type IsolationBudget } from './isolate.ts';
import type { Memory } from './memory.ts';
import type { Run } from './run.ts';
import { isTheRecordsFault, outcomesOf, unknownBecauseOf, type Verdict } from './settle.ts';

/** What the flights of one delivery share. */
export interface Crew<Rec> {
  readonly endpoint: BulkEndpoint<Rec>;
  readonly memory: Memory<Rec>;
  readonly run: Run;
  readonly budget: IsolationBudget;
}

/** One batch from its departure to the outcome of each of its records. */
export class Flight<Rec> {
  readonly #crew: Crew<Rec>;
  readonly #unsettled: Map<string, Entry<Rec>>;

  constructor(crew: Crew<Rec>, entries: ReadonlyMap<string, Entry<Rec>>) {
    this.#crew = crew;
    this.#unsettled = new Map(entries);
  }

  async fly(): Promise<void> {
    const { memory, run } = this.#crew;
    let release: (() => Promise<void>) | undefined;
    try {
      release = await memory.reserve([...this.#unsettled.keys()], run.stopped);
      if (run.stopped.aborted) {
        this.#leaveRest();
      } else {
        await this.#dropUnchanged(release !== undefined);
        await this.#complete();
        const entries = [...this.#unsettled.values()];
        await memory.expect(entries);
        const { maxBodyBytes } = run.options;
        for (const some of inBodies(entries, this.#crew.endpoint, maxBodyBytes)) {
          await this.#deliver(some);
        }
      }
    } catch (error) {
      if (!(error instanceof SequenzyError)) throw error;
      await this.#breakOff(error);
    } finally {
      await release?.();
    }
    run.options.onProgress?.(run.tally.progress());
  }

  /**
   * Asks the ledger again about keys of which something else was on its way when it was asked first.
   *
   * @param isShared Whether others send too, and may have sent any of them meanwhile.
   */
  async #dropUnchanged(isShared: boolean): Promise<void> {
    const asked = [...this.#unsettled.values()].filter(({ stale }) => stale || isShared);
    const memories = await this.#crew.memory.recall(asked.map(({ key }) => key));
    for (const [index, entry] of asked.entries()) {
      const fresh = { ...entry, record: entry.record, remembered: memories[index] };
      const isNews = fresh.remembered?.fingerprint !== entry.remembered?.fingerprint;
      if (!entry.stale && !isNews) continue;
      this.#unsettled.set(entry.key, fresh);
      if (await this.#crew.memory.knows(fresh)) this.#settle([fresh], { status: 'unchanged' });
    }
  }

  /** What cannot be completed must not leave as it is. */
  async #complete(): Promise<void> {
    const { endpoint, run } = this.#crew;
    const options = { drain: run.stopped, meter: run.tally.reads };
    const entries = [...this.#unsettled.values()];
    const { ready, unreadable } = await complete(entries, endpoint, options);
    for (const [entry, message] of unreadable) {
      this.#settle([entry], { status: 'rejected', reasons: [{ path: 'variants', message }] });
    }
    for (const entry of ready) {
      this.#unsettled.set(entry.key, entry);
      run.foresee(restocksOf(entry, endpoint));
    }
  }

  async #deliver(entries: readonly Entry<Rec>[]): Promise<void> {
    if (entries.length === 0) return;
    const refusal = await this.#send(entries);
    if (refusal === undefined) return;
    await isolate(entries, refusal, {
      field: this.#crew.endpoint.field,
      budget: this.#crew.budget,
      send: (some) => this.#send(some),
      reject: (some, message, error) => {
        this.#settle(some, { status: 'rejected', reasons: [{ path: '', message }], error });
      },
    });
  }

  /** Gives back the server's refusal of these records, or nothing when there is none; throws what stops the run. */
  async #send(entries: readonly Entry<Rec>[]): Promise<SequenzyError | undefined> {
    const { endpoint, memory, run } = this.#crew;
    try {
      const { permit } = memory;
      const options = { drain: run.stopped, meter: run.tally.meter, permit };
      await this.#accept(entries, await endpoint.send(entries, options));
      return undefined;
    } catch (error) {
      if (error instanceof SequenzyAnswerError) return this.#contradicted(entries, error);
      if (error instanceof SequenzyError && isTheRecordsFault(error)) {
        run.settled();
        await memory.takeBack(entries);
        return error;
      }
      throw error;
    }
  }

  /** The run continues: the next answer may be a clear one. */
  async #contradicted(
    entries: readonly Entry<Rec>[],
    error: SequenzyAnswerError,
  ): Promise<undefined> {
    await this.#leaveUnknown(entries, error);
    this.#crew.run.contradicted(error);
    return undefined;
  }

  async #leaveUnknown(entries: readonly Entry<Rec>[], error: SequenzyError): Promise<void> {
    try {
      await this.#crew.memory.doubt(entries);
    } finally {
      this.#settle(entries, unknownBecauseOf(error));
    }
  }

  async #accept(sent: readonly Entry<Rec>[], delivered: Delivered): Promise<void> {
    const { endpoint, memory, run } = this.#crew;
    const { tally, options } = run;
    const { unconfirmed, refused = new Map<string, string>(), warning } = delivered;
    const doubtful = new Set(unconfirmed?.keys);
    const entries = sent.filter(({ key }) => !doubtful.has(key) && !refused.has(key));
    run.settled();
    tally.backInStockEventsTriggered += delivered.backInStockEventsTriggered;
    tally.differences += delivered.differences.length;
    for (const entry of entries) {
      const { remembered, fingerprint, completion } = entry;
      // What is sent though it has not changed is neither.
      const isSame = remembered?.fingerprint === fingerprint;
      const kind = remembered === undefined ? 'created' : isSame ? 'same' : 'changed';
      tally.countChange(kind, restocksOf(entry, endpoint));
      if (completion !== undefined) tally.countStock(completion);
    }
    try {
      await memory.acknowledge(entries);
    } finally {
      // The server has them, even if the ledger could not be told.
      this.#settle(entries, { status: 'accepted' });
    }
    await this.#refuse(sent, refused);
    if (unconfirmed !== undefined) {
      const others = sent.filter(({ key }) => doubtful.has(key));
      await this.#leaveUnknown(others, unconfirmed.reason);
    }
    delivered.differences.forEach((difference) => options.onDifference?.(difference));
    if (warning !== undefined) options.onWarning?.(warning);
    run.checkCeiling();
  }

  async #refuse(sent: readonly Entry<Rec>[], refused: ReadonlyMap<string, string>): Promise<void> {
    const entries = sent.filter(({ key }) => refused.has(key));
    if (entries.length === 0) return;
    await this.#crew.memory.takeBack(entries);
    for (const entry of entries) {
      const message = refused.get(entry.key) ?? '';
      this.#settle([entry], { status: 'rejected', reasons: [{ path: '', message }] });
    }
  }

  #settle(entries: readonly Entry<Rec>[], verdict: Verdict): void {
    for (const entry of entries) {
      this.#unsettled.delete(entry.key);
      for (const outcome of outcomesOf(entry, verdict)) this.#crew.run.report(outcome);
    }
  }

  async #breakOff(error: SequenzyError): Promise<void> {
    this.#crew.run.stopFor(error);
    if (error.ambiguous) {
      const doubtful = [...this.#unsettled.values()];
      await this.#leaveUnknown(doubtful, error).catch(() => undefined); // the first reason counts
    } else {
      const { memory } = this.#crew;
      await memory.takeBack([...this.#unsettled.values()]).catch(() => undefined);
    }
    this.#leaveRest();
  }

  #leaveRest(): void {
    this.#settle([...this.#unsettled.values()], { status: 'notAttempted' });
  }
}
