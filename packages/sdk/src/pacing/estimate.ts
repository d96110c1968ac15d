import { limits } from 'sequenzy-contract';

/**
 * Milliseconds until the last of so many requests may leave, when nothing else uses the quota: what a progress bar
 * should count down, since the quota and not the server's speed decides.
 *
 * @example
 * estimateMilliseconds(98) // 4000: twenty a second
 * estimateMilliseconds(250) // 122000: a hundred a minute
 */
export function estimateMilliseconds(
  requests: number,
  perMinute: number = limits.requestsPerMinute,
  perSecond: number = limits.requestsPerSecond,
): number {
  const last = Math.max(0, requests - 1);
  const minutes = Math.floor(last / perMinute);
  const seconds = Math.floor((last % perMinute) / perSecond);
  return minutes * 60_000 + seconds * 1000;
}
