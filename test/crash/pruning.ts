import { productsIn } from './catalog.ts';
import { unpaced, type Load } from './load.ts';
import { concurrency } from './round.ts';

const products = 600;

const sync = ['catalog', 'sync', 'products.csv', '--prune', '--max-delete', '100%', '--yes'];

/** In every round another thirtieth of the products is gone, and that of the round before is back. */
export const pruning: Load = {
  args: [...sync, ...unpaced(concurrency)],
  file: 'products.csv',
  knows: { ledger: 'products.ndjson' },
  records: products,
  firstIsLeftAlone: true,
  contentOf(round) {
    const rows = listed(round).map((index) => `g-${String(index)},${titleIn(round)},9.99,USD`);
    return ['productId,title,price,currency', ...rows, ''].join('\n');
  },
  idsIn: productsIn,
  differingFrom(sandbox, round) {
    const ids = new Set(listed(round).map((index) => `g-${String(index)}`));
    const stored = [...sandbox.products].map(({ productId }) => productId);
    const wrong = [...ids].filter((id) => sandbox.products.get(id)?.title !== titleIn(round));
    return wrong.length + stored.filter((id) => !ids.has(id)).length;
  },
};

function listed(round: number): number[] {
  const all = Array.from({ length: products }, (_, index) => index);
  return all.filter((index) => index % 30 !== round % 30);
}

function titleIn(round: number): string {
  return `Product of round ${String(round)}`;
}
