import { productsIn } from './catalog.ts';
import type { Load } from './load.ts';
import { concurrency } from './round.ts';

const products = 600;

/** In every round another number of each product's one variant. It looks at the server for what it has done. */
export const stock: Load = {
  args: ['catalog', 'stock', 'stock.csv', '--concurrency', String(concurrency)],
  file: 'stock.csv',
  knows: 'server',
  records: products,
  prepare(sandbox) {
    if (sandbox.products.size > 0) return;
    sandbox.seedProducts(
      ids().map((productId) => ({
        productId,
        title: productId,
        variants: [{ variantId: `${productId}-v`, title: 'V', inventoryQuantity: 0 }],
      })),
    );
  },
  contentOf(round) {
    const rows = ids().map((id) => `${id}-v,${String(round + 1)}`);
    return ['variantId,quantity', ...rows, ''].join('\n');
  },
  idsIn: productsIn,
  differingFrom: (sandbox, round) =>
    ids().filter((id) => sandbox.products.get(id)?.variants[0]?.inventoryQuantity !== round + 1)
      .length,
};

function ids(): string[] {
  return Array.from({ length: products }, (_, index) => `s-${String(index)}`);
}
