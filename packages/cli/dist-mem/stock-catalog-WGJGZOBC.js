import {
  RejectsWriter,
  chosenTarget,
  closeRejects
} from "./chunk-BULN4OLH.js";
import {
  tooManyRestocks
} from "./chunk-XXTKKMER.js";
import {
  Warnings,
  openMemory,
  summarize
} from "./chunk-3J5YT54L.js";
import {
  HandedOver,
  Rejections
} from "./chunk-RGKPRA63.js";
import {
  orRefuse,
  readMapping,
  stdinFor
} from "./chunk-ULV6XPLH.js";
import {
  rejectOfFaults,
  rejectOfOutcome
} from "./chunk-TE4LNMOM.js";
import "./chunk-HJYQMYOQ.js";
import "./chunk-BL2IST24.js";
import "./chunk-HJQBONZ3.js";
import {
  Differences
} from "./chunk-LRGU6CHQ.js";
import {
  connect
} from "./chunk-7VJ2FQSH.js";
import {
  timeAtLimit
} from "./chunk-G54C5IG2.js";
import "./chunk-LVGUOO64.js";
import "./chunk-DEKBMCEH.js";
import {
  asUserError
} from "./chunk-JGPZPF3S.js";
import "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/stock/stock-catalog.ts
import { openStock } from "sequenzy-sources";

// packages/cli/src/run/stock/known-only.ts
function knownOnly(ledger) {
  return {
    read: (keys) => ledger.read(keys),
    async write(entries) {
      const known = await ledger.read(entries.map(({ key }) => key));
      await ledger.write(entries.filter((_, index) => known[index] !== void 0));
    }
  };
}

// packages/cli/src/run/stock/levels.ts
async function* levelsOf(feed, handed, rejections, onFaulty) {
  for await (const record of feed.records()) {
    if (record.level === void 0) onFaulty(record);
    else yield handed.over(record, record.level);
    await rejections.room();
  }
}

// packages/cli/src/run/stock/sync-stock.ts
async function syncStock(feed, run) {
  const { ledger, maxRestocks } = run;
  const isPlanned = ledger === void 0 || maxRestocks !== void 0;
  const plan = isPlanned ? await planFeed(feed, run, ledger === void 0) : void 0;
  if (plan !== void 0 && !run.signal.aborted) run.onPlan(plan);
  const refusal = plan && tooManyRestocks(plan.restocks, maxRestocks);
  if (refusal !== void 0 || ledger === void 0) return { plan, refusal };
  return { plan, delivery: await send(feed, ledger, run) };
}
async function planFeed(feed, { connection: { client, rate }, rejections, signal }, final) {
  const { result, faulty } = await through(
    feed,
    rejections,
    final,
    (levels, onOutcome) => client.products.planStock(levels, { signal, onOutcome })
  );
  const { records, requests, changes } = result;
  return {
    noun: "row",
    products: records.accepted,
    requests: requests.sent,
    milliseconds: timeAtLimit(requests.sent, rate),
    requestsPerMinute: rate?.perMinute,
    created: 0,
    changed: records.accepted,
    unchanged: records.unchanged,
    rejected: records.rejected + faulty,
    restocks: { products: changes.restockedProducts, variants: changes.restockedVariants },
    gone: void 0
  };
}
async function send(feed, ledger, { connection, rejections, signal, concurrency, maxRestocks, warn }) {
  const differences = new Differences();
  const options = {
    signal,
    ledger: knownOnly(ledger),
    ...concurrency === void 0 ? {} : { concurrency },
    ...maxRestocks === void 0 ? {} : { maxRestocks },
    onDifference: (difference) => {
      differences.add(difference);
    }
  };
  const { products } = connection.client;
  const { result } = await through(
    feed,
    rejections,
    true,
    (levels, onOutcome) => products.updateStock(levels, { ...options, onOutcome })
  );
  for (const sentence of differences.sentences()) warn(sentence);
  return result;
}
async function through(feed, rejections, final, work) {
  const handed = new HandedOver();
  let faulty = 0;
  const reject = (record) => {
    faulty += 1;
    if (final) rejections.add(record, rejectOfFaults(record));
  };
  const result = await work(levelsOf(feed, handed, rejections, reject), (outcome) => {
    if (!final || outcome.status !== "rejected") return;
    const record = handed.recordOf(outcome);
    rejections.add(record, rejectOfOutcome(record, outcome));
  });
  return { result, faulty };
}

// packages/cli/src/run/stock/stock-catalog.ts
async function stockCatalog(options, { io, secrets, listener, folder }) {
  const startedAt = io.clock.monotonic();
  const { said: warnings, warn } = new Warnings(listener);
  const around = { io, secrets, warn };
  const connection = await connect(options.connection, { ...around, hooks: listener.hooks });
  const target = await chosenTarget(options, listener);
  const feed = await openFeed(options, io);
  let ledger;
  try {
    listener.introduced(feed, `${feed.source.label}, ${String(feed.counts.rows)} rows`);
    const writer = target && new RejectsWriter(feed, target);
    const rejections = new Rejections(options.mostListed, writer);
    const signal = io.interruption;
    if (folder !== void 0) {
      const request = { ...around, options: options.connection, folder, signal };
      ledger = await openMemory(connection, request);
    }
    const { concurrency, maxRestocks } = options;
    const carriedOut = await syncStock(feed, {
      connection,
      ledger,
      rejections,
      signal,
      concurrency,
      maxRestocks,
      warn,
      onPlan: (plan2) => {
        listener.planned(plan2);
      }
    }).catch((error) => {
      throw asUserError(error);
    });
    const rejectsFiles = await closeRejects(writer, warn);
    const { rows } = feed.counts;
    const plan = carriedOut.plan ?? nothingPlanned;
    const summary = summarize({
      ...carriedOut,
      command: "catalog stock",
      mode: options.mode,
      files: options.files,
      plan,
      catalog: {
        source: feed.source,
        counts: { rows, records: rows, products: 0, variants: 0, skipped: [], rejected: 0 }
      },
      rejected: rejections.count,
      interrupted: signal.aborted,
      durationMs: Math.round(io.clock.monotonic() - startedAt),
      rejectsFile: rejectsFiles[0] ?? null,
      warnings: [...warnings, ...feed.warnings]
    });
    return { summary, plan, rejects: rejections.listed, rejectsFiles };
  } finally {
    await feed.close();
    await ledger?.close();
  }
}
async function openFeed({ files, map }, io) {
  return orRefuse(
    io,
    openStock(files, {
      stdin: stdinFor(files, io),
      signal: io.interruption,
      ...map === void 0 ? {} : { map: await readMapping(map) }
    })
  );
}
var nothingPlanned = {
  noun: "row",
  products: 0,
  requests: 0,
  milliseconds: 0,
  requestsPerMinute: void 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  rejected: 0,
  restocks: { products: 0, variants: 0 },
  gone: void 0
};
export {
  stockCatalog
};
