import type { RemoteOptions } from 'sequenzy-sources';

/** Milliseconds until the first byte. */
const longestSilence = 60_000;

/** What was said of fetching, by the names of the options. */
interface FetchingChoices {
  readonly allowPrivateAddresses?: boolean | undefined;
  readonly maxInputBytes?: number | undefined;
  /** Milliseconds. */
  readonly inputTimeout?: number | undefined;
}

/** How inputs at web addresses are fetched; what was not said is left to the default. */
export function remoteChoices({
  allowPrivateAddresses,
  maxInputBytes: maxBytes,
  inputTimeout: timeout,
}: FetchingChoices): RemoteOptions {
  return {
    ...(allowPrivateAddresses === undefined ? {} : { allowPrivateAddresses }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(timeout === undefined
      ? {}
      : { timeout, firstByteTimeout: Math.min(timeout, longestSilence) }),
  };
}
