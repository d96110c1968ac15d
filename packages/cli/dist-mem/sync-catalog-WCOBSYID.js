import {
  RejectsWriter,
  chosenTarget,
  closeRejects
} from "./chunk-BULN4OLH.js";
import {
  carryOut,
  planCatalog,
  planRefusal
} from "./chunk-THCTTCCO.js";
import "./chunk-3HUHGKSF.js";
import "./chunk-IA6OYEEE.js";
import "./chunk-XXTKKMER.js";
import {
  Warnings,
  openMemory,
  openMemoryToRead,
  summarize
} from "./chunk-3J5YT54L.js";
import {
  Rejections
} from "./chunk-RGKPRA63.js";
import {
  openInput
} from "./chunk-ULV6XPLH.js";
import "./chunk-TE4LNMOM.js";
import "./chunk-C2L6YS7Y.js";
import "./chunk-HJYQMYOQ.js";
import "./chunk-BL2IST24.js";
import "./chunk-HJQBONZ3.js";
import "./chunk-LRGU6CHQ.js";
import {
  connect
} from "./chunk-7VJ2FQSH.js";
import {
  rateOf
} from "./chunk-G54C5IG2.js";
import "./chunk-LVGUOO64.js";
import "./chunk-DEKBMCEH.js";
import "./chunk-JGPZPF3S.js";
import "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/sync-catalog.ts
async function syncCatalog(options, { io, secrets, listener, folder }) {
  const startedAt = io.clock.monotonic();
  const { said: warnings, warn } = new Warnings(listener);
  const around = { io, secrets, warn };
  const connection = folder === void 0 ? void 0 : await connect(options.connection, { ...around, hooks: listener.hooks });
  const target = await chosenTarget(options, listener);
  const catalog = await openInput(options, io);
  let ledger;
  try {
    listener.opened(catalog);
    const writer = target && new RejectsWriter(catalog, target);
    const rejections = new Rejections(options.mostListed, writer);
    const signal = io.interruption;
    if (connection !== void 0 && folder !== void 0) {
      const request = { ...around, options: options.connection, folder, signal };
      ledger = await openMemory(connection, request);
    } else if (options.mode === "dry-run") {
      const request = { ...around, options: options.connection };
      ledger = await openMemoryToRead(options.stateDir, request);
    }
    const plan = await makePlan(options, { catalog, connection, ledger, rejections, signal });
    if (!signal.aborted) listener.planned(plan);
    const carriedOut = connection !== void 0 && ledger !== void 0 ? await carryOut(plan, catalog, options, {
      connection,
      ledger,
      rejections,
      listener,
      signal,
      warn
    }) : { refusal: planRefusal(plan, catalog, options) };
    listener.settled();
    const rejectsFiles = await closeRejects(writer, warn);
    const summary = summarize({
      command: options.mode === "check" ? "catalog check" : "catalog sync",
      mode: options.mode,
      files: options.files,
      catalog,
      plan,
      ...carriedOut,
      rejected: rejections.count,
      interrupted: signal.aborted,
      durationMs: Math.round(io.clock.monotonic() - startedAt),
      rejectsFile: rejectsFiles[0] ?? null,
      warnings: [...warnings, ...catalog.warnings]
    });
    return { summary, plan, rejects: rejections.listed, rejectsFiles };
  } finally {
    listener.settled();
    await catalog.close();
    await ledger?.close();
  }
}
function makePlan(options, { connection, catalog, ...rest }) {
  const { full, prune } = options;
  const final = connection === void 0;
  const rate = final ? rateOf(options.connection.rate) : connection.rate;
  return planCatalog(catalog, { ...rest, rate, final, full, prune });
}
export {
  syncCatalog
};
