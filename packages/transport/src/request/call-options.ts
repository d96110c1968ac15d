/** Headers by name, in any case. One that is `undefined` is not sent. */
export type RequestHeaders = Readonly<Record<string, string | undefined>>;

/** Options of a single call. */
export interface CallOptions {
  /** Ends the call, wherever it is, with a ApiAbortError. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Milliseconds the whole call may take: waiting for its turn, every attempt, and the waits between them. Past it the
   * call fails with a ApiTimeoutError, or with the last error where a repeat would come too late. Default: no bound for
   * the whole; one attempt has the client's `timeout`.
   */
  readonly timeout?: number | undefined;
  /** Milliseconds one attempt may take, from leaving to the last byte of the answer. Default: the client's `timeout`. */
  readonly attemptTimeout?: number | undefined;
  /** Repeats after failures that may pass. A 429 costs none, and waits no longer than `timeout`. Default: the client's. */
  readonly maxRetries?: number | undefined;
  /** Sent besides the client's own, or instead of them; `undefined` leaves one out. Default: none. */
  readonly headers?: RequestHeaders | undefined;
}

export interface ReplayOptions extends CallOptions {
  /**
   * Send again after a failure that does not tell whether it arrived. No idempotency is promised for this
   * endpoint, so that may fire the event twice. Default: false.
   */
  readonly replay?: boolean | undefined;
}
