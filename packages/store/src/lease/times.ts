/** Milliseconds. What they have to be to each other: renew < late < late + settle < silence. */
export interface LeaseTimes {
  /** How often a holder renews. */
  readonly renew: number;
  /** Not renewed for so long, a holder does nothing more before it has made sure of its lease. */
  readonly late: number;
  /** A holder that is not known to be dead is replaced when it was not seen to renew for so long. */
  readonly silence: number;
  /** How long two who may both want it wait for the other's last step. */
  readonly settle: number;
  /** How often a waiting process looks. */
  readonly poll: number;
}

/** A dead holder is replaced within 47 seconds on any host. */
export const leaseTimes: LeaseTimes = {
  renew: 5_000,
  late: 20_000,
  silence: 45_000,
  settle: 2_000,
  poll: 250,
};

/** Both clocks, because each of them misses something: one stands still while a machine sleeps, the other can be set. */
export interface LeaseClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds that never go back. */
  monotonic(): number;
}

export const systemClock: LeaseClock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};
