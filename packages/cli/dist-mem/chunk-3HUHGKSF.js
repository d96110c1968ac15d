// packages/cli/src/run/prune/max-delete.ts
var defaultMaxDelete = { percent: 10 };
function allowedOf(max, known) {
  if ("products" in max) return max.products;
  return max.percent === 0 ? 0 : Math.max(1, Math.floor(known * max.percent / 100));
}

// packages/cli/src/run/prune/gone.ts
var mostNamed = 10;
async function goneFrom(ledger, source, max, leftOut) {
  const known = ledger.size;
  const allowed = allowedOf(max, known);
  const productIds = [];
  let count = 0;
  for await (const key of ledger.keys()) {
    if (source.has(key)) continue;
    count += 1;
    if (productIds.length < Math.max(allowed, mostNamed)) productIds.push(key);
  }
  return { known, allowed, count, leftOut, productIds };
}

export {
  defaultMaxDelete,
  mostNamed,
  goneFrom
};
