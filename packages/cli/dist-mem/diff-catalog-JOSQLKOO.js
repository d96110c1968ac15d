import {
  carryOut,
  planCatalog
} from "./chunk-THCTTCCO.js";
import "./chunk-3HUHGKSF.js";
import "./chunk-IA6OYEEE.js";
import "./chunk-XXTKKMER.js";
import {
  Warnings,
  openMemory,
  summarize
} from "./chunk-3J5YT54L.js";
import {
  Rejections
} from "./chunk-RGKPRA63.js";
import {
  openInput
} from "./chunk-ULV6XPLH.js";
import {
  rejectOfFaults
} from "./chunk-TE4LNMOM.js";
import "./chunk-C2L6YS7Y.js";
import "./chunk-HJYQMYOQ.js";
import "./chunk-BL2IST24.js";
import "./chunk-HJQBONZ3.js";
import "./chunk-LRGU6CHQ.js";
import {
  connect
} from "./chunk-7VJ2FQSH.js";
import "./chunk-G54C5IG2.js";
import "./chunk-LVGUOO64.js";
import "./chunk-DEKBMCEH.js";
import {
  asUserError
} from "./chunk-JGPZPF3S.js";
import "./chunk-COUJ7UXY.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/diff/compare.ts
import { compareProduct } from "sequenzy-commerce";
async function compareCatalog(products, stored) {
  const unseen = new Map(products);
  const entries = [];
  let same = 0;
  for await (const one of stored) {
    const productId = one.productId ?? one.providerProductId ?? "";
    const product = products.get(productId);
    unseen.delete(productId);
    const entry = product === void 0 ? missing(productId) : different(product, one);
    if (entry === void 0) same += 1;
    else entries.push(entry);
  }
  for (const productId of unseen.keys()) {
    entries.push({ productId, status: "new", differences: [] });
  }
  return { same, entries };
}
function missing(productId) {
  return { productId, status: "missing", differences: [] };
}
function different(product, stored) {
  const differences = compareProduct(product, stored).map(({ path, sent, stored: there }) => ({
    path,
    file: sent,
    stored: there
  }));
  if (differences.length === 0) return void 0;
  return { productId: product.productId, status: "different", differences };
}

// packages/cli/src/run/diff/read-products.ts
async function readProducts(catalog, rejections) {
  const products = /* @__PURE__ */ new Map();
  for await (const record of catalog.records()) {
    const { product } = record;
    if (product === void 0) rejections.add(record, rejectOfFaults(record));
    else products.set(product.productId, { ...products.get(product.productId), ...product });
    await rejections.room();
  }
  return products;
}

// packages/cli/src/run/diff/repair.ts
async function repair({ catalog, diff, options, now, ...means }) {
  const startedAt = now();
  const wanted = new Set(
    diff.entries.filter(({ status }) => status !== "missing").map(({ productId }) => productId)
  );
  const some = { ...partOf(catalog, wanted), counts: catalog.counts };
  const { ledger, rejections, signal, connection, listener } = means;
  const { rate } = connection;
  const plan = await planCatalog(some, {
    rate,
    signal,
    rejections,
    ledger,
    final: false,
    full: true,
    prune: void 0
  });
  listener.planned(plan);
  const carriedOut = await carryOut(plan, some, { ...options, full: true }, means);
  return summarize({
    ...carriedOut,
    command: "catalog diff",
    mode: "sync",
    files: options.files,
    plan,
    catalog: {
      source: catalog.source,
      counts: { ...catalog.counts, records: plan.products + plan.rejected }
    },
    rejected: plan.rejected,
    interrupted: signal.aborted,
    durationMs: Math.round(now() - startedAt),
    rejectsFile: null,
    warnings: []
  });
}
function partOf(catalog, wanted) {
  return {
    async *records() {
      for await (const record of catalog.records()) {
        if (record.product !== void 0 && wanted.has(record.product.productId)) yield record;
      }
    }
  };
}

// packages/cli/src/run/diff/diff-catalog.ts
async function diffCatalog(options, { io, secrets, listener, folder }) {
  const startedAt = io.clock.monotonic();
  const { said: warnings, warn } = new Warnings(listener);
  const around = { io, secrets, warn };
  const connection = await connect(options.connection, { ...around, hooks: listener.hooks });
  const catalog = await openInput(options, io);
  try {
    listener.opened(catalog);
    const rejections = new Rejections(Infinity, void 0);
    const signal = io.interruption;
    const diff = await compare(catalog, connection, rejections, signal);
    let repaired = null;
    if (folder !== void 0 && diff.entries.some(({ status }) => status !== "missing")) {
      const request = { ...around, options: options.connection, folder, signal };
      const ledger = await openMemory(connection, request);
      const now = () => io.clock.monotonic();
      const means = { connection, ledger, rejections, listener, signal, warn };
      repaired = await repair({ ...means, catalog, diff, options, now }).finally(
        () => ledger.close()
      );
    }
    return {
      command: "catalog diff",
      ...verdict(diff, rejections.count, repaired),
      source: { files: options.files, format: catalog.source.name },
      counts: countsOf(diff, rejections.count),
      products: diff.entries,
      rejects: rejections.listed,
      repair: repaired,
      durationMs: Math.round(io.clock.monotonic() - startedAt),
      warnings: [...warnings, ...catalog.warnings]
    };
  } finally {
    listener.settled();
    await catalog.close();
  }
}
async function compare(catalog, { client }, rejections, signal) {
  const products = await readProducts(catalog, rejections);
  try {
    return await compareCatalog(products, client.products.list({ provider: "api", signal }));
  } catch (error) {
    signal.throwIfAborted();
    throw asUserError(error);
  }
}
function countsOf({ same, entries }, rejected) {
  const having = (wanted) => entries.filter(({ status }) => status === wanted).length;
  const [different2, added, missing2] = [having("different"), having("new"), having("missing")];
  return { same, different: different2, new: added, missing: missing2, rejected };
}
function verdict(diff, rejected, repaired) {
  if (repaired !== null && repaired.exitCode !== exitCodes.ok) {
    const { status, exitCode, stoppedBy } = repaired;
    return { status, exitCode, stoppedBy };
  }
  const left = repaired === null ? diff.entries.length : countsOf(diff, rejected).missing;
  return left + rejected === 0 ? { status: "completed", exitCode: exitCodes.ok, stoppedBy: null } : { status: "partial", exitCode: exitCodes.rejected, stoppedBy: null };
}
export {
  diffCatalog
};
