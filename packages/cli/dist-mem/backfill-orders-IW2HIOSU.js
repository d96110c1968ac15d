import {
  OrderHistory,
  openOrderFiles,
  totalsOptions,
  warningsOf
} from "./chunk-VPSOEFPE.js";
import "./chunk-P4QWVYZP.js";
import {
  RejectsWriter,
  chosenTarget,
  closeRejects
} from "./chunk-BULN4OLH.js";
import {
  Warnings,
  openMemory,
  openMemoryToRead,
  verdict
} from "./chunk-3J5YT54L.js";
import {
  Rejections
} from "./chunk-RGKPRA63.js";
import "./chunk-ULV6XPLH.js";
import {
  rejectOfOutcome
} from "./chunk-TE4LNMOM.js";
import "./chunk-HJYQMYOQ.js";
import "./chunk-BL2IST24.js";
import "./chunk-HJQBONZ3.js";
import {
  connect
} from "./chunk-7VJ2FQSH.js";
import {
  rateOf,
  timeAtLimit,
  timeLeft
} from "./chunk-G54C5IG2.js";
import {
  systemCode
} from "./chunk-LVGUOO64.js";
import "./chunk-DEKBMCEH.js";
import {
  asUserError,
  runAgain,
  stopReason
} from "./chunk-JGPZPF3S.js";
import {
  UserError
} from "./chunk-COUJ7UXY.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/orders/orders-plan.ts
import {
  planBackfill,
  SequenzyPartialHistoryError
} from "sequenzy-commerce";
async function planOrders(history, options, { rate, rejections, final }) {
  try {
    const plan = await planBackfill(history, {
      ...options,
      onOutcome(outcome) {
        if (!final || outcome.status !== "rejected") return;
        const record = history.recordOf(outcome);
        rejections.add(record, rejectOfOutcome(record, outcome));
      }
    });
    const rejected = plan.rejected + history.faulty;
    return {
      ...plan,
      rejected,
      read: plan.orders + plan.unchanged + rejected,
      milliseconds: timeAtLimit(plan.requests, rate),
      requestsPerMinute: rate?.perMinute
    };
  } catch (error) {
    throw error instanceof SequenzyPartialHistoryError ? partial(error) : asUserError(error);
  }
}
function loadOf({ orders, requests }) {
  return { noun: "order", products: orders, requests };
}
function partial({ message }) {
  return new UserError(
    "partial-history",
    message,
    "Nothing was sent. Pass all files of the history, or take the totals from elsewhere (--totals-from, --totals none); --partial-history insists."
  );
}

// packages/cli/src/run/orders/orders-summary.ts
function summarizeOrders(ending) {
  const { files, orders, plan, delivery, rejected } = ending;
  const { durationMs, rejectsFile, warnings } = ending;
  const { rows, orders: found, items, skipped } = orders.counts;
  const { leftOut, customers, mixedCurrencyCustomers, read } = plan;
  const { accepted, unchanged } = delivery?.records ?? { accepted: 0, unchanged: plan.unchanged };
  const notAttempted = read - accepted - unchanged - rejected;
  const { status, exitCode, stoppedBy } = endOf(ending);
  return {
    command: "orders backfill",
    status,
    exitCode,
    source: { files, format: orders.source.name, rows, orders: found, items, skipped, leftOut },
    records: { read, accepted, unchanged, rejected, notAttempted, deleted: 0 },
    events: delivery?.events ?? { placed: 0, cancelled: 0, fulfilled: 0, refunded: 0 },
    customers,
    mixedCurrencyCustomers,
    requests: delivery?.requests ?? { sent: 0, retried: 0, rateLimited: 0 },
    backInStockEventsTriggered: 0,
    durationMs,
    rejectsFile,
    warnings,
    stoppedBy
  };
}
function endOf(ending) {
  const { delivery, ...others } = ending;
  const bound = delivery?.stoppedBy?.code === "ceiling" ? delivery.stoppedBy : void 0;
  if (bound === void 0) return verdict(ending);
  const { message } = stopReason(bound);
  const stoppedBy = {
    code: "bound",
    message: message.replace("maxRequests", "--max-requests"),
    nextStep: runAgain,
    exitCode: exitCodes.stopped
  };
  return { ...verdict({ ...others, refusal: stoppedBy }), status: "stopped" };
}

// packages/cli/src/run/orders/run-progress.ts
function progressOf({ records, requests }, plan, rate, now) {
  const left = timeLeft(requests.sent, plan.requests - requests.sent, rate, 0);
  return {
    noun: "order",
    of: plan.orders,
    done: records.accepted + records.rejected,
    rejected: records.rejected,
    requests: requests.sent,
    at: new Date(now).toISOString(),
    endsAt: rate === void 0 ? null : new Date(now + left).toISOString()
  };
}

// packages/cli/src/run/orders/send-orders.ts
async function sendOrders(plan, history, options, { connection: { client, rate }, rejections, listener, signal, onProgress }) {
  if (signal.aborted) return {};
  const refusal = plan.orders === 0 ? void 0 : refusalOf(await listener.maySend(plan));
  if (refusal !== void 0) return { refusal };
  listener.sending({ plan: loadOf(plan), rate, limiter: client.rateLimiter });
  const delivery = await client.orders.backfill(history, {
    ...options,
    onOutcome(outcome) {
      if (outcome.status !== "rejected") return;
      const record = history.recordOf(outcome);
      rejections.add(record, rejectOfOutcome(record, outcome));
    },
    onProgress(progress) {
      listener.progressed(progress);
      onProgress(progress);
    }
  });
  const { stoppedBy } = delivery;
  if (stoppedBy?.code === "source" && systemCode(stoppedBy.cause) === void 0) {
    throw stoppedBy.cause;
  }
  return { delivery };
}
function refusalOf(consent) {
  const { usage: exitCode } = exitCodes;
  switch (consent) {
    case "given":
      return void 0;
    case "refused":
      return {
        code: "declined",
        message: "The backfill was declined",
        nextStep: "Nothing was sent.",
        exitCode
      };
    case "nobody to ask":
      return {
        code: "needs-consent",
        message: "Every order can start automations, and nobody can be asked here",
        nextStep: "Nothing was sent. Pause or filter the automations, then pass --yes.",
        exitCode
      };
  }
}

// packages/cli/src/run/orders/backfill-orders.ts
async function backfillOrders(options, { io, secrets, listener, run }) {
  const startedAt = io.clock.monotonic();
  const { mode, input } = options;
  const { said: warnings, warn } = new Warnings(listener);
  const around = { io, secrets, warn };
  const connection = run && await connect(options.connection, { ...around, hooks: listener.hooks });
  const target = await chosenTarget({ mode, rejects: options.rejects, ...input }, listener);
  const orders = await openOrderFiles(input, io);
  let ledger;
  try {
    listener.opened(orders);
    const writer = target && new RejectsWriter(orders, target);
    const rejections = new Rejections(options.mostListed, writer);
    const signal = io.interruption;
    const history = await OrderHistory.of(orders, rejections);
    const ask = () => listener.chooseTotals();
    const totals = await totalsOptions(options, orders, history, { io, ask });
    ledger = await openLedger(options, { ...around, connection, folder: run?.folder });
    const settings = {
      ...options.passed,
      ...totals,
      signal,
      ...ledger === void 0 ? {} : { ledger }
    };
    const rate = connection === void 0 ? rateOf(options.connection.rate) : connection.rate;
    const final = connection === void 0;
    const plan = await planOrders(history, settings, { rate, rejections, final });
    for (const sentence of warningsOf(plan.mixedCurrencyCustomers, history, totals)) warn(sentence);
    if (!signal.aborted) listener.planned(plan);
    const sent = connection === void 0 || run === void 0 ? {} : await sendOrders(plan, history, settings, {
      connection,
      rejections,
      listener,
      signal,
      onProgress: (progress) => {
        const paced = options.passed.window === void 0 ? rate : void 0;
        run.tell(progressOf(progress, plan, paced, io.clock.now()));
      }
    });
    listener.settled();
    const rejectsFiles = await closeRejects(writer, warn);
    const summary = summarizeOrders({
      mode,
      files: input.files,
      orders,
      plan,
      ...sent,
      rejected: rejections.count,
      interrupted: signal.aborted,
      durationMs: Math.round(io.clock.monotonic() - startedAt),
      rejectsFile: rejectsFiles[0] ?? null,
      warnings: [...warnings, ...orders.warnings]
    });
    return { summary, plan, rejects: rejections.listed, rejectsFiles };
  } finally {
    listener.settled();
    await orders.close();
    await ledger?.close();
  }
}
async function openLedger({ connection: options, stateDir }, { connection, folder, ...around }) {
  if (connection === void 0 || folder === void 0) {
    return openMemoryToRead(stateDir, { ...around, options }, "orders");
  }
  const signal = around.io.interruption;
  return openMemory(connection, { ...around, options, folder, signal }, "orders");
}
export {
  backfillOrders
};
