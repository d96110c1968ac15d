import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/guards.ts
function refusalOf(plan, read, guards) {
  return tooManyRestocks(plan.restocks, guards.maxRestocks) ?? (guards.prune ? unsafeToPrune(plan, read) ?? tooManyGone(plan) : void 0);
}
function tooManyRestocks({ products, variants }, maxRestocks) {
  const restocks = products + variants;
  if (maxRestocks === void 0 || restocks <= maxRestocks) return void 0;
  return refusal(
    "max-restocks",
    `Products and variants that would turn from out of stock to in stock: ${String(restocks)}; --max-restocks allows ${String(maxRestocks)}`,
    `Check the stock in the input, or pass --max-restocks ${String(restocks)}. Nothing was sent.`
  );
}
function unsafeToPrune({ rejected }, read) {
  if (rejected > 0) {
    return refusal(
      "prune-rejected",
      `--prune needs a source without rejected records (rejected: ${String(rejected)})`,
      "Correct them, or sync without --prune. Nothing was sent or deleted."
    );
  }
  if (read > 0) return void 0;
  return refusal(
    "prune-empty",
    "--prune needs a source with products, and there is none in it",
    "Export the products again. Nothing was sent or deleted."
  );
}
function tooManyGone({ gone }) {
  if (gone === void 0 || gone.count <= gone.allowed) return void 0;
  const { count, known, allowed } = gone;
  return refusal(
    "max-delete",
    `Gone from the source: ${String(count)} of ${String(known)} known products; --max-delete allows ${String(allowed)}`,
    `Check that the source is complete, or pass --max-delete ${String(count)}. Nothing was sent or deleted.`
  );
}
function refusalOfConsent(consent, gone) {
  const nothing = "Nothing was sent or deleted.";
  switch (consent) {
    case "given":
      return void 0;
    case "refused":
      return refusal("declined", "The deletion was declined", nothing);
    case "nobody to ask":
      return refusal(
        "needs-consent",
        `Nobody can be asked here whether to delete (products: ${String(gone)})`,
        `Pass --yes to delete. ${nothing}`
      );
  }
}
function refusal(code, message, nextStep) {
  return { code, message, nextStep, exitCode: exitCodes.usage };
}

export {
  refusalOf,
  tooManyRestocks,
  refusalOfConsent
};
