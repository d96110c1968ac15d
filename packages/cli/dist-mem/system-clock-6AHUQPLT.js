// packages/cli/src/system-clock.ts
import { setTimeout as sleep } from "timers/promises";
var systemClock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (milliseconds, signal) => sleep(milliseconds, void 0, signal === void 0 ? {} : { signal })
};
export {
  systemClock
};
