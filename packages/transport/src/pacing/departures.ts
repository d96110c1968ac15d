/** How many requests may leave in any so many milliseconds. */
export interface Allowance {
  readonly milliseconds: number;
  readonly requests: number;
}

/**
 * When the last of so many requests may leave, each as early as every window lets it.
 *
 * @param counted When requests that the windows already hold were counted, by time.
 * @param from The moment it is asked for.
 */
export function lastDeparture(
  requests: number,
  windows: readonly Allowance[],
  counted: readonly number[],
  from: number,
): number {
  const limits = windows.filter(({ requests: most }) => Number.isFinite(most));
  const block = Math.max(0, ...limits.map(({ requests: most }) => most));
  if (block === 0) return from;
  let times = [...counted];
  let last = from;
  let blocks = 0;
  for (let left = requests; left > 0;) {
    const size = Math.min(block, left);
    for (let index = 0; index < size; index += 1) {
      for (const { milliseconds, requests: most } of limits) {
        const blocking = times[times.length - most];
        if (blocking !== undefined) last = Math.max(last, blocking + milliseconds);
      }
      times.push(last);
    }
    left -= size;
    blocks += 1;
    // Once a block is the one before it, moved, so are all that follow.
    const shift = shiftOf(times, block);
    times = times.slice(-2 * block);
    if (shift === undefined || blocks < 2 || left <= block) continue;
    const skipped = Math.floor(left / block);
    times = times.map((time) => time + shift * skipped);
    last += shift * skipped;
    left -= skipped * block;
  }
  return last;
}

/** By how much the last block of times is later than the one before it, where all of it is by the same. */
function shiftOf(times: readonly number[], block: number): number | undefined {
  const start = times.length - block;
  const earlier = times[start - block];
  const first = times[start];
  if (first === undefined || earlier === undefined) return undefined;
  const shift = first - earlier;
  for (let index = start; index < times.length; index += 1) {
    if ((times[index] ?? 0) - (times[index - block] ?? 0) !== shift) return undefined;
  }
  return shift;
}
