import pRetry from 'p-retry';
import { ApiAbortError, ApiError, ApiTimeoutError } from '../errors/api-error.ts';
import { requestIdOf } from '../errors/request-id.ts';
import type { Answer } from '../http/answer.ts';
import { startDeadline } from '../http/deadline.ts';
import type { Call, Send } from '../http/send.ts';
import type { Priority } from '../pacing/priority.ts';
import type { RateLimiter, Release } from '../pacing/rate-limiter.ts';
import type { CallOptions } from '../request/call-options.ts';
import type { AttemptEvent } from '../settings/hooks.ts';
import type { Settings } from '../settings/settings.ts';
import type { RetryBudget } from './retry-budget.ts';
import { decide } from './retry-policy.ts';

/** Counts what leaves, as it leaves. */
export interface Meter {
  sent: number;
  retried: number;
  rateLimited: number;
}

export interface TransportCall extends Call, Pick<CallOptions, 'timeout' | 'maxRetries'> {
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

/** What the requests of one client share. */
export interface ExchangeMeans {
  readonly settings: Settings;
  readonly limiter: RateLimiter;
  readonly budget: RetryBudget;
  readonly send: Send;
}

/** One request from its first departure to its answer, or until there is no point any more. */
export class Exchange {
  readonly #settings: Settings;
  readonly #limiter: RateLimiter;
  readonly #budget: RetryBudget;
  readonly #send: Send;
  readonly #call: TransportCall;
  readonly #callId: string;
  readonly #meter: Meter;
  readonly #stopWaiting: AbortSignal | undefined;
  readonly #path: string;
  readonly #startedAt: number;
  #attempts = 0;
  #retries = 0;
  #rateLimited = 0;
  #waited = 0;
  #isRepeat = false;
  #ambiguous = false;

  constructor(
    { settings, limiter, budget, send }: ExchangeMeans,
    call: TransportCall,
    callId: string,
  ) {
    this.#settings = settings;
    this.#limiter = limiter;
    this.#budget = budget;
    this.#send = send;
    this.#call = call;
    this.#callId = callId;
    this.#meter = call.meter ?? { sent: 0, retried: 0, rateLimited: 0 };
    this.#stopWaiting = call.drain ?? call.signal;
    this.#path = `${settings.apiPath}${call.shownPath ?? call.path}`;
    this.#startedAt = settings.clock.monotonic();
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
    const release = await this.#place();
    try {
      await this.#call.permit?.();
      return await this.#leave();
    } finally {
      release();
    }
  }

  async #leave(): Promise<Answer> {
    const { hooks, clock, logger, timeout } = this.#settings;
    const { attemptTimeout = timeout } = this.#call;
    const event = this.#event(++this.#attempts);
    const { attempt, callId, method, path } = event;
    const headers: Record<string, string> = {};
    hooks.onRequest?.({ ...event, headers });
    const leftAt = clock.monotonic();
    const ended = (how: number | string) => {
      const milliseconds = Math.round(clock.monotonic() - leftAt);
      logger.debug?.(
        `${method} ${path} ${how} in ${milliseconds} ms (attempt ${attempt} of ${callId})`,
      );
      return { ...event, milliseconds };
    };
    const answered = (status: number, requestId: string | undefined): void => {
      this.#countDeparture();
      const end = ended(status);
      hooks.onResponse?.({ ...end, status, requestId });
    };
    return this.#send({
      ...this.#call,
      headers: { ...this.#call.headers, ...headers },
      attemptTimeout: Math.min(attemptTimeout, this.#left),
    }).then(
      (answer) => {
        this.#budget.succeeded();
        answered(answer.status, requestIdOf(answer.headers));
        return answer;
      },
      (thrown: unknown) => {
        const error = thrown as Error & Partial<ApiError>; // or a bug
        const { status, code, ambiguous, requestId } = error;
        if (status !== undefined) answered(status, requestId);
        else {
          if (ambiguous === true) this.#countDeparture();
          const end = ended(code ?? error.name);
          hooks.onFailure?.({ ...end, error });
        }
        throw error;
      },
    );
  }

  #event(attempt: number): AttemptEvent {
    const callId = this.#callId;
    const { method } = this.#call;
    return { callId, attemptId: `${callId}.${attempt}`, attempt, method, path: this.#path };
  }

  /** Milliseconds that are left of the whole call. */
  get #left(): number {
    const { timeout } = this.#call;
    const passed = this.#settings.clock.monotonic() - this.#startedAt;
    return timeout === undefined ? Infinity : Math.max(0, timeout - passed);
  }

  /** Called when it is known that the request left. */
  #countDeparture(): void {
    this.#meter.sent += 1;
    if (this.#isRepeat) this.#meter.retried += 1;
    this.#isRepeat = false;
  }

  /** Waits for a place, and says so when it takes a while. */
  async #place(): Promise<Release> {
    const { reason, milliseconds } = this.#limiter.explain();
    const { hooks, clock } = this.#settings;
    const { priority, timeout } = this.#call;
    if (reason !== 'open') {
      hooks.onWait?.({ ...this.#event(this.#attempts + 1), reason, milliseconds });
    }
    if (timeout === undefined) {
      return this.#orAbort(this.#limiter.acquire(this.#stopWaiting, priority));
    }
    const deadline = startDeadline(clock, this.#left, this.#stopWaiting);
    try {
      return await this.#orAbort(this.#limiter.acquire(deadline.signal, priority));
    } catch (cause) {
      if (deadline.cut !== 'timeout') throw cause;
      const message = `${this.#call.method} ${this.#path}: its turn did not come in ${timeout} ms`;
      throw new ApiTimeoutError('timeout', message, { retryable: true, cause });
    } finally {
      deadline.done();
    }
  }

  async #afterFailure(error: Error): Promise<void> {
    if (!(error instanceof ApiError)) throw error;
    this.#ambiguous ||= error.ambiguous;
    if (error.code === 'rate-limit') this.#meter.rateLimited += 1;
    const { hooks, logger, maxWait, random, clock } = this.#settings;
    const decision = decide({
      error,
      replayable: this.#call.replayable,
      retries: this.#retries,
      maxRetries: this.#call.maxRetries ?? this.#settings.maxRetries,
      rateLimited: this.#rateLimited,
      waited: this.#waited,
      maxWait,
      left: this.#left,
      budgetLeft: this.#budget.left,
      random: random(),
    });
    if (decision.action === 'stop') throw this.#final(error, decision.reason);
    const { action, wait } = decision;
    const event = this.#event(this.#attempts);
    const { method, path } = event;
    logger.warn?.(
      `${method} ${path}: ${error.status ?? error.code}; again in ${Math.round(wait)} ms`,
    );
    hooks.onRetry?.({ ...event, error, wait });
    this.#waited += action === 'pause' ? wait : (error.retryAfter ?? 0);
    if (action === 'pause') {
      this.#rateLimited += 1;
      this.#limiter.pause(wait);
      return;
    }
    this.#retries += 1;
    this.#isRepeat = true;
    this.#budget.spend();
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
      const message = `${this.#call.method} ${this.#path}: stopped by the caller`;
      throw this.#final(new ApiAbortError('abort', message, { cause }), 'abort');
    }
  }
}
