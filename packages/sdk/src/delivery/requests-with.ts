import type { CallOptions, Transport } from 'sequenzy-transport';

/** What can be said of every request of a bulk call. */
export interface RequestOptions extends Pick<CallOptions, 'maxRetries' | 'headers'> {
  /** Milliseconds one attempt of a request may take, waiting for its turn not included. Default: the client's. */
  readonly timeout?: number | undefined;
}

/** A transport whose requests have these options. */
export function requestsWith(
  transport: Transport,
  { timeout, maxRetries, headers }: RequestOptions,
): Transport {
  return (call) => transport({ ...call, attemptTimeout: timeout, maxRetries, headers });
}
