// packages/cli/src/run/list-products.ts
async function listProducts({ products }, { provider, search, limit, signal }) {
  const found = [];
  const stored = products.list({
    signal,
    ...provider === void 0 ? {} : { provider },
    ...search === void 0 ? {} : { search }
  });
  for await (const product of stored) {
    if (found.length >= limit) return { products: found, more: true };
    found.push(product);
  }
  return { products: found, more: false };
}
export {
  listProducts
};
