import { SequenzyAbortError, SequenzyAnswerError, SequenzyError } from '../errors/errors.ts';
import type { Restocks } from './bulk-endpoint.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import type { DeliveryResult, Outcome } from './outcome.ts';
import { Tally } from './tally.ts';

/** So many answers in a row that settle nothing end the run: the next would be the same. */
const mostContradictions = 3;

/** What the reading and the sending side of a delivery share: the figures, the listeners, and whether to stop. */
export class Run {
  readonly tally = new Tally();
  readonly options: DeliveryOptions;
  /** Set when the source has given everything. */
  readToEnd = false;
  readonly #stop = new AbortController();
  #stoppedBy: SequenzyError | undefined;
  #foreseen = 0;
  #contradictions = 0;

  constructor(options: DeliveryOptions) {
    this.options = options;
  }

  /** Aborted as soon as nothing new may leave. */
  get stopped(): AbortSignal {
    return this.#stop.signal;
  }

  /** The first reason counts; what follows from it does not. */
  stopFor(error: SequenzyError): void {
    this.#stoppedBy ??= error;
    this.#stop.abort();
  }

  /** Whether the last answers have settled nothing: until one does, requests leave one after the other. */
  get isInDoubt(): boolean {
    return this.#contradictions > 0;
  }

  /** An answer has settled something: the server has taken or refused a record. */
  settled(): void {
    this.#contradictions = 0;
  }

  /** An answer has left everything it was about in doubt. */
  contradicted({ message }: SequenzyAnswerError): void {
    this.#contradictions += 1;
    if (this.#contradictions < mostContradictions) return;
    const text = `${mostContradictions} answers in a row contradict themselves. The last one: ${message}`;
    this.stopFor(new SequenzyAnswerError('contradiction', text, { ambiguous: true }));
  }

  /** Something was thrown that is nobody's record: nothing new leaves. */
  cancel(): void {
    this.#stop.abort();
  }

  /** Stops when the caller says so; gives back how to stop listening. */
  obey(signal: AbortSignal | undefined): () => void {
    const stop = (): void => {
      this.stopFor(new SequenzyAbortError('abort', 'Stopped by the caller'));
    };
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop);
    return () => signal?.removeEventListener('abort', stop);
  }

  /** @throws {SequenzyError} when the server has notified more waiting lists than the caller allows. */
  checkCeiling(): void {
    const { maxRestocks = Infinity } = this.options;
    const triggered = this.tally.backInStockEventsTriggered;
    if (triggered <= maxRestocks) return;
    const message = `The server has triggered ${triggered} back-in-stock notifications, more than maxRestocks allows (${maxRestocks})`;
    throw new SequenzyError('ceiling', message);
  }

  /** @throws {SequenzyError} when more than the caller allows would come back in stock, by what was read or is remembered. */
  foresee({ products, variants }: Restocks): void {
    const { maxRestocks = Infinity } = this.options;
    this.#foreseen += products + variants;
    if (this.#foreseen <= maxRestocks) return;
    const message = `More products and variants would come back in stock than maxRestocks allows (${maxRestocks})`;
    throw new SequenzyError('ceiling', message);
  }

  report(outcome: Outcome): void {
    this.tally.count(outcome);
    this.options.onOutcome?.(outcome);
  }

  result(durationMs: number): DeliveryResult {
    const progress = this.tally.progress();
    const { rejected, unknown, notAttempted } = progress.records;
    // A stop that came when everything was done already stopped nothing.
    const inVain =
      this.readToEnd && notAttempted === 0 && this.#stoppedBy instanceof SequenzyAbortError;
    const stoppedBy = inVain ? undefined : this.#stoppedBy;
    const finished = rejected + unknown > 0 ? 'partial' : 'completed';
    const status = stoppedBy === undefined ? finished : 'stopped';
    return { status, ...progress, durationMs, stoppedBy };
  }
}
