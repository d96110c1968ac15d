/** Options of a single call. */
export interface CallOptions {
  /** Ends the call, wherever it is, with a ApiAbortError. */
  readonly signal?: AbortSignal;
}

export interface ReplayOptions extends CallOptions {
  /**
   * Send again after a failure that leaves open whether it arrived. No idempotency is promised for this
   * endpoint, so that may fire the event twice. Default: false.
   */
  readonly replay?: boolean;
}
