import {
  chosenTotals
} from "./chunk-P4QWVYZP.js";
import {
  HandedOver
} from "./chunk-RGKPRA63.js";
import {
  orRefuse,
  readMapping,
  stdinFor
} from "./chunk-ULV6XPLH.js";
import {
  rejectOfFaults
} from "./chunk-TE4LNMOM.js";
import {
  reasonOf
} from "./chunk-LVGUOO64.js";
import {
  UserError
} from "./chunk-COUJ7UXY.js";

// packages/cli/src/run/orders/customer-export.ts
import {
  readCustomers,
  SourceError
} from "sequenzy-sources";
var CustomerExport = class {
  file;
  /** In lower case. Their orders are sent without totals. */
  missing = /* @__PURE__ */ new Set();
  #customers;
  constructor(file, customers) {
    this.file = file;
    this.#customers = customers;
  }
  get warnings() {
    return this.#customers.warnings;
  }
  totalsOf(email) {
    const totals = this.#customers.totalsOf(email);
    if (totals === void 0) this.missing.add(email.trim().toLowerCase());
    return totals;
  }
};
async function readCustomerExport(file, choices, { interruption: signal }) {
  if (file === "-") {
    throw new UserError("usage", "--totals-from: standard input is for the orders", "Name a file.");
  }
  try {
    return new CustomerExport(file, await readCustomers([file], { ...choices, signal }));
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    throw new UserError("bad-totals", `--totals-from: ${adviceOf(error)}`, "Nothing was sent.");
  }
}
function adviceOf({ code, message, nextStep: nextStep2 }) {
  if (code !== "unknown-format" && code !== "bad-option") return message;
  return message.replace(
    nextStep2,
    "Name its columns Email, Total Orders and Total Spent (or totalSpentCents)."
  );
}

// packages/cli/src/run/orders/rates-file.ts
import { readFile } from "fs/promises";
var nextStep = 'It must be a JSON object such as {"EUR": "1.08"}: what 1 EUR is in the base currency.';
async function readRates(file, base) {
  let parsed;
  try {
    parsed = JSON.parse((await readFile(file, "utf8")).replace(/^\ufeff/, ""));
  } catch (error) {
    throw new UserError(
      "bad-rates",
      `--rates: ${file} cannot be read (${reasonOf(error)})`,
      nextStep
    );
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new UserError("bad-rates", `--rates: ${file} holds no rates`, nextStep);
  }
  return { base, rates: Object.fromEntries(Object.entries(parsed).map(rateOf(file))) };
}
function rateOf(file) {
  return ([code, rate]) => {
    const text = typeof rate === "number" ? String(rate) : rate;
    const usable = typeof text === "string" && /^\d+(\.\d+)?$/.test(text) && /[1-9]/.test(text);
    if (usable && /^[A-Z]{3}$/.test(code)) return [code, text];
    const problem = `--rates: ${file}: ${JSON.stringify(code)}: ${JSON.stringify(rate)} cannot be used`;
    throw new UserError("bad-rates", problem, nextStep);
  };
}

// packages/cli/src/run/orders/backfill-totals.ts
async function totalsOptions({ totals: named2, totalsFrom, rates, input }, orders, history, { io, ask }) {
  if (totalsFrom !== void 0) {
    if (rates !== void 0) throw ratesAreUseless();
    const { decimal, currency = onlyOne(history.currencies) } = input;
    const choices = {
      ...currency === void 0 ? {} : { currency },
      ...decimal === void 0 ? {} : { decimal }
    };
    return { totals: await readCustomerExport(totalsFrom, choices, io) };
  }
  const choice = await chosenTotals(named2, orders, ask);
  if (rates !== void 0 && choice !== "computed") throw ratesAreUseless();
  return {
    totals: choice === "columns" ? "given" : choice,
    ...rates === void 0 ? {} : { rates: await readRates(rates.file, rates.base) }
  };
}
function onlyOne(currencies) {
  const [currency, another] = currencies;
  return another === void 0 ? currency : void 0;
}
function ratesAreUseless() {
  return new UserError("usage", "--rates has no meaning without --totals computed");
}

// packages/cli/src/run/orders/order-choices.ts
import { openCatalog, openOrders } from "sequenzy-sources";
async function openOrderFiles({ files, map, catalog, ...choices }, io) {
  const { from, currency, timezone, dateFormat, decimal, idFrom } = choices;
  const { includePending, includeTests } = choices;
  const { interruption: signal } = io;
  return orRefuse(
    io,
    openOrders(files, {
      stdin: stdinFor(files, io),
      signal,
      ...map === void 0 ? {} : { map: await readMapping(map) },
      ...catalog === void 0 ? {} : { catalog: productsOf(catalog, currency, signal) },
      ...from === void 0 ? {} : { from },
      ...currency === void 0 ? {} : { currency },
      ...timezone === void 0 ? {} : { timezone },
      ...dateFormat === void 0 ? {} : { dateFormat },
      ...decimal === void 0 ? {} : { decimal },
      ...idFrom === void 0 ? {} : { idFrom },
      ...includePending === void 0 ? {} : { includePending },
      ...includeTests === void 0 ? {} : { includeTests }
    })
  );
}
async function* productsOf(file, currency, signal) {
  const catalog = await openCatalog([file], { signal, ...currency && { currency } });
  try {
    for await (const { product } of catalog.records()) if (product !== void 0) yield product;
  } finally {
    await catalog.close();
  }
}

// packages/cli/src/run/orders/order-history.ts
var OrderHistory = class _OrderHistory {
  /** Records with faults, rejected already. */
  faulty;
  /** Of the valid ones. */
  currencies;
  #orders;
  #ordinals;
  #handed = new HandedOver();
  constructor(orders, { ordinals, currencies, faulty }) {
    this.#orders = orders;
    this.#ordinals = ordinals;
    this.currencies = currencies;
    this.faulty = faulty;
  }
  /** Reads all records once, and rejects the faulty ones. */
  static async of(orders, rejections) {
    const ordinals = [];
    const currencies = /* @__PURE__ */ new Set();
    let faulty = 0;
    for await (const record of orders.records()) {
      if (record.order === void 0) {
        faulty += 1;
        rejections.add(record, rejectOfFaults(record));
        await rejections.room();
      } else {
        ordinals.push(record.ordinal);
        currencies.add(record.order.currency);
      }
    }
    return new _OrderHistory(orders, { ordinals, currencies, faulty });
  }
  async *[Symbol.asyncIterator]() {
    for await (const record of this.#orders.records()) {
      if (record.order !== void 0) yield this.#handed.over(record, record.order);
    }
  }
  async read(place) {
    const ordinal = this.#ordinals[place];
    const record = ordinal === void 0 ? void 0 : await this.#orders.read(ordinal);
    if (record?.order === void 0) throw new RangeError(`There is no order ${String(place)}`);
    return this.#handed.over(record, record.order);
  }
  /** The record an order came from. */
  recordOf(outcome) {
    return this.#handed.recordOf(outcome);
  }
};

// packages/cli/src/run/orders/warnings.ts
var mostNamed = 20;
function warningsOf(mixed, { faulty }, { totals }) {
  const sentences = [];
  if (mixed.length > 0) {
    sentences.push(
      `Customers whose orders mix currencies are sent without totals: ${named(mixed)}. --rates and --base-currency convert them.`
    );
  }
  if (totals instanceof CustomerExport) {
    sentences.push(...totals.warnings);
    if (totals.missing.size > 0) {
      sentences.push(
        `Customers who are not in ${totals.file} are sent without totals: ${named([...totals.missing])}.`
      );
    }
  }
  if (totals === "computed" && faulty > 0) {
    sentences.push(
      `The computed totals lack ${String(faulty)} rejected ${faulty === 1 ? "order" : "orders"}: correct them in the files themselves and run the same command again.`
    );
  }
  return sentences;
}
function named(emails) {
  const more = emails.length > mostNamed ? ` and ${String(emails.length - mostNamed)} more` : "";
  return `${emails.slice(0, mostNamed).join(", ")}${more}`;
}

export {
  CustomerExport,
  totalsOptions,
  openOrderFiles,
  OrderHistory,
  warningsOf
};
