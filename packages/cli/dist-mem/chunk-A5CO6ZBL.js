import {
  sentenceOf
} from "./chunk-TE4LNMOM.js";
import {
  count,
  duration,
  number
} from "./chunk-F2HUCAMP.js";

// packages/cli/src/terminal/sync-lines.ts
function filesLabel(files) {
  const [only = "nothing", ...others] = files;
  return others.length === 0 ? only.split(/[/\\]/).pop() ?? only : count(files.length, "file");
}
function openedLine({ source, counts }) {
  const { rows, products, variants, skipped } = counts;
  const found = [count(products, "product")];
  if (variants > 0) found.push(count(variants, "variant"));
  const out = skipped.map(({ reason, products: left }) => `${number(left)} ${reason}`).join(", ");
  const leftOut = out === "" ? "" : ` (${out} left out)`;
  return `${source.label}, ${count(rows, "row")}: ${found.join(", ")}${leftOut}`;
}
function figuresLine(summary) {
  const { records, requests, backInStockEventsTriggered, durationMs } = summary;
  const parts = [`${number(records.accepted)} accepted`];
  if (records.unchanged > 0) parts.push(`${number(records.unchanged)} unchanged`);
  parts.push(`${number(records.rejected)} rejected`);
  if (records.deleted > 0) parts.push(`${number(records.deleted)} deleted`);
  if (records.notAttempted > 0) parts.push(`${number(records.notAttempted)} not attempted`);
  if (requests.retried > 0) parts.push(count(requests.retried, "retry", "retries"));
  if (requests.rateLimited > 0) parts.push(`${number(requests.rateLimited)} rate limited`);
  const restocks = count(backInStockEventsTriggered, "back-in-stock notification");
  return [...parts, `${restocks} triggered`, duration(durationMs)].join(", ");
}
function checkedLine({ records, durationMs }, plan) {
  const rejected = `${number(records.rejected)} rejected`;
  return `${number(plan.products)} valid, ${rejected}, nothing was sent, ${duration(durationMs)}`;
}
function rejectLines({ file, line, productId, reasons }) {
  const all = reasons.length > 0 ? reasons : [{ line, message: "", column: null, value: null }];
  return all.map((reason) => {
    const product = productId === null ? "" : `${productId}  `;
    return `${file}:${String(reason.line)}  ${product}${sentenceOf(reason)}`;
  });
}

export {
  filesLabel,
  openedLine,
  figuresLine,
  checkedLine,
  rejectLines
};
