import type { Sandbox } from 'sequenzy-sandbox';

export const productsPerRound = 1500;

/** The same products in every round, with other titles. */
export function catalogOf(round: number): string {
  const rows = Array.from(
    { length: productsPerRound },
    (_, index) => `${idOf(index)},${titleOf(round, index)},9.99,USD`,
  );
  return ['productId,title,price,currency', ...rows, ''].join('\n');
}

/** How many products the sandbox does not have as the round's catalog has them. */
export function differingFrom(sandbox: Pick<Sandbox, 'products'>, round: number): number {
  const indexes = Array.from({ length: productsPerRound }, (_, index) => index);
  return indexes.filter(
    (index) => sandbox.products.get(idOf(index))?.title !== titleOf(round, index),
  ).length;
}

function idOf(index: number): string {
  return `p-${String(index)}`;
}

function titleOf(round: number, index: number): string {
  return `Product ${String(index)} of round ${String(round)}`;
}
