import {
  goneFrom
} from "./chunk-3HUHGKSF.js";
import {
  hash64
} from "./chunk-IA6OYEEE.js";
import {
  refusalOf,
  refusalOfConsent
} from "./chunk-XXTKKMER.js";
import {
  HandedOver,
  handOver
} from "./chunk-RGKPRA63.js";
import {
  rejectOfFaults,
  rejectOfOutcome
} from "./chunk-TE4LNMOM.js";
import {
  deleteProducts
} from "./chunk-C2L6YS7Y.js";
import {
  Differences
} from "./chunk-LRGU6CHQ.js";
import {
  timeAtLimit
} from "./chunk-G54C5IG2.js";
import {
  systemCode
} from "./chunk-LVGUOO64.js";

// packages/cli/src/run/deliver.ts
async function deliver(client, catalog, { rejections, ...options }) {
  const handed = new HandedOver();
  const result = await client.products.sync(handOver(catalog, handed, rejections), {
    ...options,
    onOutcome(outcome) {
      if (outcome.status !== "rejected") return;
      const record = handed.recordOf(outcome);
      rejections.add(record, rejectOfOutcome(record, outcome));
    }
  });
  const { stoppedBy } = result;
  if (stoppedBy?.code === "source" && systemCode(stoppedBy.cause) === void 0) {
    throw stoppedBy.cause;
  }
  return result;
}

// packages/cli/src/run/prune/prune.ts
async function pruneProducts(client, { productIds }, { ledger, signal, onProgress, warn }) {
  let deleted = 0;
  let rejected = 0;
  const { stoppedBy } = await deleteProducts(client, productIds, {
    ledger,
    signal,
    onDone({ status, reason = "" }) {
      if (status === "notAttempted") return;
      if (status === "rejected") {
        rejected += 1;
        warn(`A product that is gone was not deleted: ${reason}. Delete it in Sequenzy.`);
        return;
      }
      deleted += 1;
      onProgress(deleted);
    }
  });
  return { deleted, rejected, stoppedBy };
}

// packages/cli/src/run/carry-out.ts
async function carryOut(plan, catalog, options, means) {
  if (means.signal.aborted) return {};
  const refusal = planRefusal(plan, catalog, options) ?? await consentRefusal(plan, means);
  if (refusal !== void 0) return { refusal };
  const delivery = await send(plan, catalog, options, means);
  if (plan.gone === void 0 || delivery.status === "stopped") return { delivery };
  if (means.rejections.count > 0) {
    means.warn("Nothing was deleted: --prune needs a source without rejected records.");
    return { delivery };
  }
  means.listener.settled();
  const pruned = await pruneProducts(means.connection.client, plan.gone, {
    ledger: means.ledger,
    signal: means.signal,
    onProgress: (deleted) => {
      means.listener.deleted(deleted, plan.gone?.count ?? 0);
    },
    warn: means.warn
  });
  return { delivery, pruned };
}
function planRefusal(plan, { counts }, { maxRestocks, prune }) {
  return refusalOf(plan, counts.records, { maxRestocks, prune: prune !== void 0 });
}
async function consentRefusal({ gone }, { listener }) {
  if (gone === void 0 || gone.count === 0) return void 0;
  return refusalOfConsent(await listener.mayDelete(gone), gone.count);
}
async function send(plan, catalog, { concurrency, full, isolationBudget, maxRestocks }, { connection: { client, rate }, ledger, rejections, listener, signal, warn }) {
  const differences = new Differences();
  listener.sending({ plan, rate, limiter: client.rateLimiter });
  const delivery = await deliver(client, catalog, {
    ledger,
    full,
    signal,
    rejections,
    ...concurrency === void 0 ? {} : { concurrency },
    ...isolationBudget === void 0 ? {} : { isolationBudget },
    ...maxRestocks === void 0 ? {} : { maxRestocks },
    onProgress: (progress) => {
      listener.progressed(progress);
    },
    onDifference: (difference) => {
      differences.add(difference);
    }
  });
  listener.settled();
  for (const sentence of differences.sentences()) warn(sentence);
  return delivery;
}

// packages/cli/src/run/plan.ts
import { planProducts } from "sequenzy-commerce";

// packages/cli/src/run/prune/key-set.ts
var first = 1024;
var KeySet = class {
  #hashes = new Float64Array(first);
  #size = 0;
  #sorted = true;
  add(key) {
    if (this.#size === this.#hashes.length) {
      const grown = new Float64Array(this.#size * 2);
      grown.set(this.#hashes);
      this.#hashes = grown;
    }
    this.#hashes[this.#size++] = hashOf(key);
    this.#sorted = false;
  }
  has(key) {
    const hashes = this.#inOrder();
    const wanted = hashOf(key);
    let low = 0;
    let high = hashes.length;
    while (low < high) {
      const middle = low + high >>> 1;
      if ((hashes[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return hashes[low] === wanted;
  }
  #inOrder() {
    const hashes = this.#hashes.subarray(0, this.#size);
    if (!this.#sorted) hashes.sort();
    this.#sorted = true;
    return hashes;
  }
};
function hashOf(text) {
  const { high, low } = hash64(text);
  return high * 2097152 + (low >>> 11);
}

// packages/cli/src/run/plan.ts
async function planCatalog(catalog, options) {
  const { rate, signal, rejections, final, ledger, full, prune } = options;
  const handed = new HandedOver();
  const seen = prune === void 0 || ledger === void 0 ? void 0 : new KeySet();
  let faulty = 0;
  const reject = (record) => {
    faulty += 1;
    if (record.key !== void 0) seen?.add(record.key);
    rejections.add(record, rejectOfFaults(record));
  };
  const { records, requests, changes } = await planProducts(
    handOver(catalog, handed, rejections, reject),
    {
      signal,
      full,
      ...ledger === void 0 ? {} : { ledger },
      onOutcome(outcome) {
        if (outcome.key !== void 0) seen?.add(outcome.key);
        if (!final || outcome.status !== "rejected") return;
        const record = handed.recordOf(outcome);
        rejections.add(record, rejectOfOutcome(record, outcome));
      }
    }
  );
  return {
    noun: "product",
    products: records.accepted,
    requests: requests.sent,
    milliseconds: timeAtLimit(requests.sent, rate),
    requestsPerMinute: rate?.perMinute,
    created: changes.created,
    changed: changes.changed,
    unchanged: records.unchanged,
    rejected: faulty + records.rejected,
    restocks: { products: changes.restockedProducts, variants: changes.restockedVariants },
    gone: seen && ledger && prune && !signal.aborted ? await goneFrom(ledger, seen, prune, leftOutOf(catalog)) : void 0
  };
}
function leftOutOf({ counts }) {
  return counts.skipped.reduce((sum, { products }) => sum + products, 0);
}

export {
  carryOut,
  planRefusal,
  planCatalog
};
