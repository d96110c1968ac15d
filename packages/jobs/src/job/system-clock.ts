import { setTimeout as sleep } from 'node:timers/promises';
import type { Io } from './io.ts';

/** Longer waits than a timer can hold do not occur here: the SDK's are bounded by its `maxWait`. */
export const systemClock: Io['clock'] = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (milliseconds, signal) =>
    sleep(milliseconds, undefined, signal === undefined ? {} : { signal }),
};
