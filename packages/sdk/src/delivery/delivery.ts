import type { Clock } from 'sequenzy-contract';
import { SequenzyError } from '../errors/errors.ts';
import type { LedgerEntry } from '../ledger/ledger.ts';
import type { BulkEndpoint } from './bulk-endpoint.ts';
import { checkDeliveryOptions, type DeliveryOptions } from './delivery-options.ts';
import { entryOf, PreparedEntry, type Entry, type Position } from './entry.ts';
import { Memory } from './memory.ts';
import type { DeliveryResult } from './outcome.ts';
import { Packer } from './packer.ts';
import { PreparedSource, type IsKnown, type Prepared } from './prepared.ts';
import { requireIterable } from './require-iterable.ts';
import { Run } from './run.ts';
import { SourceReader, type Source } from './source-reader.ts';

const defaultIsolationBudget = 100;

interface Candidate<Rec> {
  readonly key: string;
  readonly lane: string;
  readonly position: Position;
  /** Either a record that was checked here, or one that came so. */
  readonly content: { readonly record: Rec } | Prepared<Rec>;
}

/**
 * One run: read, check, skip what is unchanged, merge, pack, send, settle, report. This is the reading side;
 * a {@link Packer} makes batches of it, and each of them is a {@link Flight}.
 */
export class Delivery<Rec> {
  readonly #endpoint: BulkEndpoint<Rec>;
  readonly #clock: Clock;
  readonly #run: Run;
  readonly #memory: Memory<Rec>;
  readonly #packer: Packer<Rec>;

  constructor(endpoint: BulkEndpoint<Rec>, options: DeliveryOptions, clock: Clock) {
    checkDeliveryOptions(options);
    this.#endpoint = endpoint;
    this.#clock = clock;
    this.#run = new Run(options);
    this.#memory = new Memory(endpoint, options);
    const budget = { left: options.isolationBudget ?? defaultIsolationBudget };
    this.#packer = new Packer({ endpoint, memory: this.#memory, run: this.#run, budget });
  }

  async run(source: Source): Promise<DeliveryResult> {
    requireIterable(source);
    const startedAt = this.#clock.monotonic();
    const unlink = this.#run.obey(this.#run.options.signal);
    try {
      await this.#read(source);
      await this.#packer.flush();
      await this.#packer.landed();
    } catch (error) {
      // A bug, ours or a callback's: let what is under way land, then say so.
      this.#run.cancel();
      await this.#packer.landed().catch(() => undefined);
      throw error;
    } finally {
      unlink();
    }
    return this.#run.result(Math.round(this.#clock.monotonic() - startedAt));
  }

  async #read(source: Source): Promise<void> {
    const { options, stopped } = this.#run;
    const until = options.accountForAll === true ? new AbortController().signal : stopped;
    const isPrepared = source instanceof PreparedSource;
    let candidates: Candidate<Rec>[] = [];
    let reader: SourceReader | undefined;
    try {
      reader = new SourceReader(isPrepared ? source.open(this.#isKnown) : source, until);
      for (;;) {
        const asked = reader.next();
        const next = asked instanceof Promise ? await asked : asked;
        if (next === 'aborted' || next.done === true) break;
        if (isPrepared) {
          const some = next.value as readonly Prepared<Rec>[]; // as it gives them
          for (const one of some) candidates.push(this.#take(one));
        } else {
          const candidate = this.#check(next.value);
          if (candidate !== undefined) candidates.push(candidate);
        }
        if (options.ledger !== undefined && candidates.length < this.#endpoint.maxRecords) continue;
        const admitted = this.#admit(candidates);
        if (admitted !== undefined) await admitted;
        candidates = [];
      }
      this.#run.readToEnd = !until.aborted;
    } catch (error) {
      this.#stopFor(error);
    } finally {
      await reader?.close();
    }
    await this.#admit(candidates);
  }

  /** The record as a candidate for sending, or nothing when it is rejected at once. */
  #check(input: unknown): Candidate<Rec> | undefined {
    const position = { index: this.#run.tally.read++, input };
    const checked = this.#endpoint.check(input);
    if ('record' in checked) {
      const { key, lane, record } = checked;
      return { key, lane, content: { record }, position };
    }
    const { key, faults: reasons } = checked;
    this.#run.report({ status: 'rejected', key, reasons, ...position });
    return undefined;
  }

  #take(prepared: Prepared<Rec>): Candidate<Rec> {
    const position = { index: this.#run.tally.read++, input: prepared };
    return { key: prepared.key, lane: prepared.key, content: prepared, position };
  }

  readonly #isKnown: IsKnown = (key, fingerprint) => {
    if (this.#run.stopped.aborted || !this.#memory.holds(key, fingerprint)) return false;
    this.#run.tally.known();
    return true;
  };

  /** Puts each record where it belongs. A promise only where it has to wait: without a ledger, for room. */
  #admit(candidates: readonly Candidate<Rec>[]): Promise<void> | undefined {
    if (this.#run.options.ledger !== undefined) return this.#lookUp(candidates);
    for (const [index, candidate] of candidates.entries()) {
      const placed = this.#place(candidate, undefined, false);
      if (!(placed instanceof Promise)) continue;
      return placed.then(() => this.#admit(candidates.slice(index + 1)));
    }
    return undefined;
  }

  /** Looks the records up in the ledger, all at once. */
  async #lookUp(candidates: readonly Candidate<Rec>[]): Promise<void> {
    const pending = candidates.filter(({ key, lane }) => this.#packer.isPending(key, lane));
    const overtaken = new Set(pending.map(({ lane }) => lane));
    const memories = await this.#recall(candidates);
    for (const [index, candidate] of candidates.entries()) {
      const { lane } = candidate;
      const placed = this.#place(candidate, memories[index], overtaken.has(lane));
      if (placed instanceof Promise ? await placed : placed) overtaken.add(lane);
    }
  }

  /** Skips what the ledger knows, and packs the rest; true when it was packed. A promise only where it has to wait. */
  #place(
    { key, lane, content, position }: Candidate<Rec>,
    remembered: LedgerEntry | undefined,
    stale: boolean,
  ): boolean | Promise<boolean> {
    if (this.#run.stopped.aborted) return this.#leave(key, position);
    const positions = [position];
    const entry =
      'text' in content
        ? new PreparedEntry(content, { positions, remembered, stale })
        : entryOf(
            { key, lane, record: content.record, positions, remembered, stale },
            this.#memory.fingerprint,
          );
    if (stale) return this.#pack(entry);
    const placed = (isKnown: boolean | undefined): boolean | Promise<boolean> => {
      if (isKnown === undefined) return this.#leave(key, position);
      if (!isKnown) return this.#pack(entry);
      this.#run.report({ status: 'unchanged', key, ...position });
      return false;
    };
    const asked = this.#memory.knows(entry);
    return asked instanceof Promise ? this.#orStop(asked).then(placed) : placed(asked);
  }

  #pack(entry: Entry<Rec>): boolean | Promise<boolean> {
    const room = this.#packer.add(entry);
    return room === undefined || room.then(() => true);
  }

  #leave(key: string, position: Position): false {
    this.#run.report({ status: 'notAttempted', key, ...position });
    return false;
  }

  async #recall(
    candidates: readonly Candidate<Rec>[],
  ): Promise<readonly (LedgerEntry | undefined)[]> {
    return (await this.#orStop(this.#memory.recall(candidates.map(({ key }) => key)))) ?? [];
  }

  /** Undefined where it failed: the run is stopped. */
  async #orStop<Result>(work: Promise<Result>): Promise<Result | undefined> {
    try {
      return await work;
    } catch (error) {
      this.#stopFor(error);
      return undefined;
    }
  }

  #stopFor(error: unknown): void {
    if (!(error instanceof SequenzyError)) throw error;
    this.#run.stopFor(error);
  }
}
