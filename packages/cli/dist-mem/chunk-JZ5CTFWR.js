import {
  mostNamed
} from "./chunk-3HUHGKSF.js";
import {
  count,
  duration,
  number,
  wholeDuration
} from "./chunk-F2HUCAMP.js";

// packages/cli/src/terminal/plan-lines.ts
function planLine(plan) {
  const { unchanged, rejected, gone } = plan;
  const others = [
    ...unchanged > 0 ? [`${number(unchanged)} unchanged`] : [],
    ...rejected > 0 ? [`${number(rejected)} rejected`] : [],
    ...gone === void 0 ? [] : [`${number(gone.count)} to delete`]
  ];
  return [sendingPart(plan), ...others.length === 0 ? [] : [others.join(", ")]].join("; ");
}
function sendingPart(plan) {
  const { noun, products, requests, milliseconds, requestsPerMinute, created, changed } = plan;
  if (requests === 0) return "nothing to send";
  const isPlain = changed === 0 || noun === "row";
  const kinds = isPlain ? "" : ` (${number(created)} new, ${number(changed)} changed)`;
  const pace = requestsPerMinute === void 0 ? "without a rate limit" : `about ${wholeDuration(milliseconds)} at ${count(requestsPerMinute, "request")} a minute`;
  return `${count(products, noun)}${kinds} in ${count(requests, "request")}, ${pace}`;
}
function restocksLine({ products, variants }) {
  const what = `${count(products, "product")} and ${count(variants, "variant")}`;
  return `${what} turn from out of stock to in stock: each sends e-mail to its waiting list`;
}
function goneLine(gone) {
  const of = `${number(gone.count)} of ${count(gone.known, "known product")}`;
  const leftOut = gone.leftOut === 0 ? "" : ` (${number(gone.leftOut)} left out count as gone)`;
  return `${of} gone from the source${leftOut}: ${named(gone)}`;
}
function deletionQuestion(gone) {
  return `Delete ${count(gone.count, "product")}, gone from the source (${named(gone)})? This cannot be undone.`;
}
function named({ productIds, count: all }) {
  const names = productIds.slice(0, mostNamed).join(", ");
  return all > mostNamed ? `${names} and ${number(all - mostNamed)} more` : names;
}
function plannedLine({ created, changed, unchanged, rejected, gone }, { durationMs }) {
  const figures = [
    `${number(created)} new`,
    `${number(changed)} changed`,
    `${number(unchanged)} unchanged`,
    `${number(rejected)} rejected`,
    `${number(gone?.count ?? 0)} to delete`
  ];
  return `${figures.join(", ")}; nothing was sent, ${duration(durationMs)}`;
}

export {
  planLine,
  restocksLine,
  goneLine,
  deletionQuestion,
  plannedLine
};
