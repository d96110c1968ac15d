/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms`, or `Retry-After` in seconds or as a date.
 * A date is read against the server's own `Date` header, so that a wrong clock on either side does not matter.
 */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const wait = waitIn(headers, now);
  return wait === undefined ? undefined : Math.min(wait, longestWait);
}

/** A year: no run waits longer, and dates can still be reckoned with it. */
const longestWait = 365 * 24 * 60 * 60 * 1000;

function waitIn(headers: Headers, now: number): number | undefined {
  const milliseconds = nonNegative(headers.get('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds;
  const retryAfter = headers.get('retry-after');
  const seconds = nonNegative(retryAfter);
  if (seconds !== undefined) return seconds * 1000;
  const until = dateOf(retryAfter);
  if (until === undefined) return undefined;
  return Math.max(0, until - (dateOf(headers.get('date')) ?? now));
}

function nonNegative(text: string | null): number | undefined {
  return text !== null && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}

function dateOf(text: string | null): number | undefined {
  const time = text !== null && /[a-z]/i.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
