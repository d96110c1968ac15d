import pRetry from 'p-retry';
import { ApiAbortError, ApiError } from '../errors/api-error.ts';
import type { RequestEvent } from '../settings/hooks.ts';
import type { Answer } from '../http/answer.ts';
import type { Call, Send } from '../http/send.ts';
import type { Priority } from '../pacing/priority.ts';
import type { RateLimiter } from '../pacing/rate-limiter.ts';
import type { Settings } from '../settings/settings.ts';
import type { RetryBudget } from './retry-budget.ts';
import { decide } from './retry-policy.ts';

/** Counts what leaves, as it leaves. */
export interface Meter {
  sent: number;
  retried: number;
  rateLimited: number;
}

export interface TransportCall extends Call {
  /** Doing it twice is the same as doing it once, so an ambiguous failure may be repeated. */
  readonly replayable: boolean;
  /** Ends waiting (for a place, or before a repeat) but lets what is under way finish. */
  readonly drain?: AbortSignal;
  readonly meter?: Meter;
  /** How urgent it is where not all can go. Default: `order`. */
  readonly priority?: Priority;
  /** Asked just before each departure, repeats included; what it throws ends the call. Default: it may leave. */
  readonly permit?: (() => Promise<void>) | undefined;
}

/** One request from its first departure to its answer, or until there is no point any more. */
export class Exchange {
  readonly #settings: Settings;
  readonly #limiter: RateLimiter;
  readonly #budget: RetryBudget;
  readonly #send: Send;
  readonly #call: TransportCall;
  readonly #meter: Meter;
  readonly #stopWaiting: AbortSignal | undefined;
  /** Method and path, as hooks and log lines have them. */
  readonly #where: Pick<RequestEvent, 'method' | 'path'>;
  #attempts = 0;
  #retries = 0;
  #rateLimited = 0;
  #waited = 0;
  #isRepeat = false;
  #ambiguous = false;

  constructor(
    settings: Settings,
    limiter: RateLimiter,
    budget: RetryBudget,
    send: Send,
    call: TransportCall,
  ) {
    this.#settings = settings;
    this.#limiter = limiter;
    this.#budget = budget;
    this.#send = send;
    this.#call = call;
    this.#meter = call.meter ?? { sent: 0, retried: 0, rateLimited: 0 };
    this.#stopWaiting = call.drain ?? call.signal;
    this.#where = {
      method: call.method,
      path: `${settings.apiPath}${call.shownPath ?? call.path}`,
    };
  }

  run(): Promise<Answer> {
    return pRetry(() => this.#attempt(), {
      // How often and how long is decided in onFailedAttempt, which throws to stop.
      retries: Infinity,
      minTimeout: 0,
      onFailedAttempt: ({ error }) => this.#afterFailure(error),
    });
  }

  async #attempt(): Promise<Answer> {
    const { method, path } = this.#where;
    const { hooks, clock, logger } = this.#settings;
    const release = await this.#place();
    try {
      await this.#call.permit?.();
    } catch (error) {
      release();
      throw error;
    }
    const attempt = ++this.#attempts;
    const leftAt = clock.monotonic();
    const answered = (status: number): void => {
      const milliseconds = Math.round(clock.monotonic() - leftAt);
      logger.debug?.(`${method} ${path} ${status} in ${milliseconds} ms (attempt ${attempt})`);
      hooks.onResponse?.({ method, path, attempt, status, milliseconds });
    };
    try {
      hooks.onRequest?.({ method, path, attempt });
      const answer = await this.#send(this.#call);
      this.#countDeparture();
      this.#budget.succeeded();
      answered(answer.status);
      return answer;
    } catch (error) {
      if (error instanceof ApiError) {
        if (error.status !== undefined) answered(error.status);
        if (error.status !== undefined || error.ambiguous) this.#countDeparture();
      }
      throw error;
    } finally {
      release();
    }
  }

  /** Called when it is known that the request left. */
  #countDeparture(): void {
    this.#meter.sent += 1;
    if (this.#isRepeat) this.#meter.retried += 1;
    this.#isRepeat = false;
  }

  /** Waits for a place, and says so when it takes a while. */
  async #place() {
    const { reason, milliseconds } = this.#limiter.explain();
    const { method, path } = this.#where;
    if (reason !== 'open') this.#settings.hooks.onWait?.({ method, path, reason, milliseconds });
    return this.#orAbort(this.#limiter.acquire(this.#stopWaiting, this.#call.priority));
  }

  async #afterFailure(error: Error): Promise<void> {
    if (!(error instanceof ApiError)) throw error;
    this.#ambiguous ||= error.ambiguous;
    if (error.code === 'rate-limit') this.#meter.rateLimited += 1;
    const { hooks, logger, maxRetries, maxWait, random, clock } = this.#settings;
    const decision = decide({
      error,
      replayable: this.#call.replayable,
      retries: this.#retries,
      maxRetries,
      rateLimited: this.#rateLimited,
      waited: this.#waited,
      maxWait,
      budgetLeft: this.#budget.left,
      random: random(),
    });
    if (decision.action === 'stop') throw this.#final(error, decision.reason);
    const { wait } = decision;
    this.#waited += decision.action === 'pause' ? wait : (error.retryAfter ?? 0);
    if (decision.action === 'pause') {
      this.#rateLimited += 1;
      this.#limiter.pause(wait);
      return;
    }
    this.#retries += 1;
    this.#isRepeat = true;
    this.#budget.spend();
    const { method, path } = this.#where;
    logger.warn?.(`${error.message}; again in ${Math.round(wait)} ms`);
    hooks.onRetry?.({ method, path, attempt: this.#attempts, error, wait });
    await this.#orAbort(clock.sleep(wait, this.#stopWaiting));
  }

  #final(error: ApiError, reason: string): ApiError {
    error.attempts = this.#attempts;
    error.ambiguous = this.#ambiguous;
    if (reason === 'maxWait' && error.retryAt !== undefined) {
      error.message += `; the server asks to come back at ${error.retryAt.toISOString()}, which is longer than this client waits`;
    }
    return error;
  }

  async #orAbort<Result>(waiting: Promise<Result>): Promise<Result> {
    try {
      return await waiting;
    } catch (cause) {
      if (this.#stopWaiting?.aborted !== true) throw cause;
      const { method, path } = this.#where;
      const error = new ApiAbortError('abort', `${method} ${path}: stopped by the caller`, {
        cause,
      });
      throw this.#final(error, 'abort');
    }
  }
}
