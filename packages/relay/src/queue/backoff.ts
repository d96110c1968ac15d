const first = 1000;

/** Milliseconds until a next try: at random up to a bound that doubles with each one, so that not all come at once. */
export function backoff(attempt: number, longest: number, random: () => number): number {
  return Math.ceil(random() * Math.min(longest, first * 2 ** Math.min(attempt - 1, 30)));
}

/** Of one event. */
export const longestOfEvent = 300_000;
/** Of the whole queue: an outage is noticed to be over within this time. */
export const longestOfQueue = 60_000;
