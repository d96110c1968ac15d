import { unpaced, type Load } from './load.ts';
import { concurrency } from './round.ts';

const productsPerRound = 1500;

/** The same products in every round, with other titles. */
export const catalog: Load = {
  args: ['catalog', 'sync', 'products.csv', ...unpaced(concurrency)],
  file: 'products.csv',
  knows: { ledger: 'products.ndjson' },
  records: productsPerRound,
  contentOf(round) {
    const rows = indexes().map((index) => `${idOf(index)},${titleOf(round, index)},9.99,USD`);
    return ['productId,title,price,currency', ...rows, ''].join('\n');
  },
  idsIn: productsIn,
  differingFrom: (sandbox, round) =>
    indexes().filter((index) => sandbox.products.get(idOf(index))?.title !== titleOf(round, index))
      .length,
};

export function productsIn({ method, path, body }: Parameters<Load['idsIn']>[0]) {
  if (method !== 'POST' || !path.endsWith('/products')) return undefined;
  const { products } = body as { products: { productId: string }[] }; // what the CLI sends
  return products.map(({ productId }) => productId);
}

function indexes(): number[] {
  return Array.from({ length: productsPerRound }, (_, index) => index);
}

function idOf(index: number): string {
  return `p-${String(index)}`;
}

function titleOf(round: number, index: number): string {
  return `Product ${String(index)} of round ${String(round)}`;
}
