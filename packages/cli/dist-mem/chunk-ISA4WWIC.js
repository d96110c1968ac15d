import {
  count,
  duration,
  number,
  wholeDuration
} from "./chunk-F2HUCAMP.js";

// packages/cli/src/terminal/orders-lines.ts
function openedOrdersLine({ source, counts }) {
  const { rows, orders, items, skipped } = counts;
  const out = skipped.map(({ reason, orders: left }) => `${number(left)} ${reason}`).join(", ");
  const leftOut = out === "" ? "" : ` (${out} left out)`;
  const found = `${count(orders, "order")}, ${count(items, "item")}`;
  return `${source.label}, ${count(rows, "row")}: ${found}${leftOut}`;
}
function ordersPlanLine(plan, now, window) {
  const { unchanged, rejected, leftOut, customers } = plan;
  const others = [
    count(customers, "customer"),
    ...unchanged > 0 ? [`${number(unchanged)} unchanged`] : [],
    ...rejected > 0 ? [`${number(rejected)} rejected`] : [],
    ...leftOut > 0 ? [`${number(leftOut)} left out`] : []
  ];
  return `${sendingPart(plan, endOf(plan, now, window))}; ${others.join(", ")}`;
}
function endOf({ milliseconds }, now, window) {
  if (window !== void 0) return `sent from ${window.from} to ${window.to} only`;
  return `done about ${wallClock(now + milliseconds)}`;
}
function sendingPart({ orders, events, requests, ...plan }, end) {
  if (requests === 0) return "nothing to send";
  const { milliseconds, requestsPerMinute } = plan;
  const pace = requestsPerMinute === void 0 ? "without a rate limit" : `about ${wholeDuration(milliseconds)} at ${count(requestsPerMinute, "request")} a minute, ${end}`;
  return `${count(orders, "order")} (${eventsPart(events)}) in ${count(requests, "request")}, ${pace}`;
}
function eventsPart(events) {
  return Object.entries(events).filter(([, events2]) => events2 > 0).map(([kind, events2]) => `${number(events2)} ${kind}`).join(", ");
}
function wallClock(milliseconds) {
  const date = new Date(milliseconds);
  const two = (value) => String(value).padStart(2, "0");
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
function ordersFiguresLine({
  records,
  requests,
  events,
  durationMs
}) {
  const kinds = records.accepted > 0 ? ` (${eventsPart(events)})` : "";
  const parts = [`${number(records.accepted)} accepted${kinds}`];
  if (records.unchanged > 0) parts.push(`${number(records.unchanged)} unchanged`);
  parts.push(`${number(records.rejected)} rejected`);
  if (records.notAttempted > 0) parts.push(`${number(records.notAttempted)} not attempted`);
  if (requests.retried > 0) parts.push(count(requests.retried, "retry", "retries"));
  if (requests.rateLimited > 0) parts.push(`${number(requests.rateLimited)} rate limited`);
  return [...parts, duration(durationMs)].join(", ");
}
function plannedOrdersLine({ records, durationMs }) {
  const rejected = `${number(records.rejected)} rejected`;
  return `${count(records.notAttempted, "order")} to send, ${rejected}, nothing was sent, ${duration(durationMs)}`;
}

export {
  openedOrdersLine,
  ordersPlanLine,
  wallClock,
  ordersFiguresLine,
  plannedOrdersLine
};
