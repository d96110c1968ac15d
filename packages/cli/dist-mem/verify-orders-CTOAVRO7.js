import {
  CustomerExport,
  OrderHistory,
  openOrderFiles,
  totalsOptions,
  warningsOf
} from "./chunk-VPSOEFPE.js";
import "./chunk-P4QWVYZP.js";
import {
  Rejections
} from "./chunk-RGKPRA63.js";
import "./chunk-ULV6XPLH.js";
import "./chunk-TE4LNMOM.js";
import "./chunk-LVGUOO64.js";
import {
  UserError
} from "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/orders/sent-totals.ts
import {
  CustomerTotals
} from "sequenzy-commerce";
async function sentTotals(orders, { totals, rates }, sampleSize) {
  const computed = new CustomerTotals({ sampleSize, ...rates === void 0 ? {} : { rates } });
  for await (const order of orders) computed.add(order);
  if (totals === "computed") return computed;
  const sample = computed.sample(sampleSize);
  const newest = await newestOf(
    new Set(sample),
    orders,
    (order) => totals instanceof CustomerExport ? totals.totalsOf(order.customer.email) : order.customerTotals
  );
  return {
    customers: computed.customers,
    sample: (count) => sample.slice(0, count),
    totalsOf: (email) => newest.get(email)?.totals,
    currencyOf: (email) => newest.get(email)?.currency
  };
}
async function newestOf(emails, orders, totalsOn) {
  const newest = /* @__PURE__ */ new Map();
  for await (const order of orders) {
    const email = order.customer.email.trim().toLowerCase();
    const totals = emails.has(email) ? totalsOn(order) : void 0;
    const time = Date.parse(order.orderedAt ?? "");
    if (totals === void 0 || time < (newest.get(email)?.time ?? -Infinity)) continue;
    newest.set(email, { time, totals, currency: order.currency });
  }
  return newest;
}

// packages/cli/src/run/orders/verify-orders.ts
async function verifyOrders({ sample, ...wishes }, { io, client, warn }) {
  if (wishes.totals === "none") {
    throw new UserError("usage", "--totals none: then there is nothing to compare with");
  }
  const orders = await openOrderFiles(wishes.input, io);
  try {
    const history = await OrderHistory.of(orders, new Rejections(0, void 0));
    const ask = () => Promise.resolve("computed");
    const options = await totalsOptions(wishes, orders, history, { io, ask });
    const totals = await sentTotals(history, options, sample);
    for (const sentence of [...orders.warnings, ...warningsOf([], history, options)]) {
      warn(sentence);
    }
    const signal = io.interruption;
    const result = await client.orders.verify(totals, { sample, signal });
    return { ...result, customers: totals.customers, totals: nameOf(options) };
  } finally {
    await orders.close();
  }
}
function nameOf({ totals }) {
  if (typeof totals === "object") return "export";
  return totals === "given" ? "columns" : "computed";
}
export {
  verifyOrders
};
