import {
  interruption,
  stopReason
} from "./chunk-JGPZPF3S.js";

// packages/cli/src/run/delete-products.ts
import {
  SequenzyError,
  SequenzyNotFoundError,
  SequenzyValidationError
} from "sequenzy-commerce";
async function deleteProducts({ products }, productIds, { ledger, signal, onDone }) {
  const done = [];
  const settle = (deletion) => {
    done.push(deletion);
    onDone(deletion);
  };
  let stoppedBy;
  for (const productId of productIds) {
    stoppedBy ??= signal.aborted ? interruption : void 0;
    if (stoppedBy !== void 0) {
      settle({ productId, status: "notAttempted" });
      continue;
    }
    try {
      const deletion = await remove(products, productId);
      if (deletion.status !== "rejected") stoppedBy = await forget(ledger, productId);
      settle(deletion);
    } catch (error) {
      if (!(error instanceof SequenzyError)) throw error;
      stoppedBy = stopReason(error);
      settle({ productId, status: "notAttempted" });
    }
  }
  return { products: done, stoppedBy };
}
async function remove(products, productId) {
  try {
    const { deleted } = await products.delete(productId);
    return { productId, status: deleted ? "deleted" : "notFound" };
  } catch (error) {
    if (error instanceof SequenzyNotFoundError) return { productId, status: "notFound" };
    if (!(error instanceof SequenzyValidationError)) throw error;
    const reason = error.faults.map(({ message }) => message).join("; ");
    return { productId, status: "rejected", reason };
  }
}
async function forget(ledger, productId) {
  try {
    await ledger.write([{ key: productId, fingerprint: null, forget: true }]);
    return void 0;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return stopReason(new SequenzyError("ledger", `The ledger failed: ${reason}`, { cause }));
  }
}

export {
  deleteProducts
};
