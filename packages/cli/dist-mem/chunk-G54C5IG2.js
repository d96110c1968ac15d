// packages/cli/src/run/schedule.ts
import { estimateMilliseconds, limits } from "sequenzy-commerce";
function rateOf(option) {
  if (option === "off") return void 0;
  const perMinute = option ?? limits.requestsPerMinute;
  return { perMinute, perSecond: Math.max(limits.requestsPerSecond, Math.ceil(perMinute / 60)) };
}
function timeAtLimit(requests, rate) {
  return rate === void 0 ? 0 : estimateMilliseconds(requests, rate.perMinute, rate.perSecond);
}
function timeLeft(sent, remaining, rate, hold) {
  if (remaining <= 0) return 0;
  return hold + timeAtLimit(sent + remaining, rate) - timeAtLimit(sent + 1, rate);
}

export {
  rateOf,
  timeAtLimit,
  timeLeft
};
