/** Milliseconds since the machine started: alike for all its processes. It stands still while the machine sleeps. */
export function machineTime(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}
