import {
  openLedger,
  openLedgerToRead
} from "./chunk-HJYQMYOQ.js";
import {
  stateFolderPath
} from "./chunk-HJQBONZ3.js";
import {
  offlineIdentity,
  offlineOrigin
} from "./chunk-7VJ2FQSH.js";
import {
  interruption,
  stopReason
} from "./chunk-JGPZPF3S.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/memory.ts
function openMemory(connection, { options: { company }, folder, signal, warn }, name = "products") {
  return openLedger(connection, name, { company, folder, signal, warn });
}
async function openMemoryToRead(stateDir, { options, ...surroundings }, name = "products") {
  if (options.sandbox) return void 0;
  const { env } = surroundings.io;
  const origin = offlineOrigin(options, env);
  const ledger = origin === void 0 ? void 0 : await openLedgerToRead(name, {
    company: options.company,
    identity: await offlineIdentity(options, surroundings),
    origin,
    folder: stateFolderPath({ stateDir }, env)
  });
  if (ledger === void 0) surroundings.warn(nothingKnown);
  return ledger;
}
var nothingKnown = "Which company this is for is not known without asking the API, so everything counts as new. Name the company with --company, or sync once.";

// packages/cli/src/run/summarize.ts
function summarize(ending) {
  const { command, files, catalog, plan, delivery, pruned, rejected } = ending;
  const { durationMs, rejectsFile, warnings } = ending;
  const { rows, products, variants, skipped, records: read } = catalog.counts;
  const { accepted, unchanged } = delivery?.records ?? { accepted: 0, unchanged: plan.unchanged };
  const { status, exitCode, stoppedBy } = verdict(ending);
  return {
    command,
    status,
    exitCode,
    source: { files, format: catalog.source.name, rows, products, variants, skipped },
    records: {
      read,
      accepted,
      unchanged,
      rejected,
      notAttempted: read - accepted - unchanged - rejected,
      deleted: pruned?.deleted ?? 0
    },
    requests: delivery?.requests ?? { sent: 0, retried: 0, rateLimited: 0 },
    backInStockEventsTriggered: delivery?.backInStockEventsTriggered ?? 0,
    durationMs,
    rejectsFile,
    warnings,
    stoppedBy
  };
}
function verdict({
  mode,
  refusal,
  delivery,
  pruned,
  rejected,
  interrupted
}) {
  if (refusal !== void 0) return stopped("failed", refusal);
  const error = delivery?.stoppedBy;
  if (error !== void 0 && error.code !== "abort") {
    const reason = stopReason(error);
    const begun = delivery !== void 0 && delivery.records.accepted > 0;
    const failed = reason.exitCode === exitCodes.refused && !begun;
    return stopped(failed ? "failed" : "stopped", reason);
  }
  if (pruned?.stoppedBy !== void 0) return stopped("stopped", pruned.stoppedBy);
  if (interrupted) return stopped("stopped", interruption);
  const whole = rejected + (pruned?.rejected ?? 0) === 0;
  const exitCode = whole ? exitCodes.ok : exitCodes.rejected;
  if (mode === "dry-run") return { status: "planned", exitCode, stoppedBy: null };
  return { status: whole ? "completed" : "partial", exitCode, stoppedBy: null };
}
function stopped(status, { exitCode, ...stoppedBy }) {
  return { status, exitCode, stoppedBy };
}

// packages/cli/src/run/warnings.ts
var Warnings = class {
  said = [];
  #listener;
  constructor(listener) {
    this.#listener = listener;
  }
  warn = (sentence) => {
    this.said.push(sentence);
    this.#listener.warned(sentence);
  };
};

export {
  openMemory,
  openMemoryToRead,
  summarize,
  verdict,
  Warnings
};
