import type { Mapped } from './source.ts';
import { counted, verb } from '../../text/counted.ts';

const free = 'free';

/** Notes of a product that it has a price of 0. */
export function notingFree(mapped: Mapped): Mapped {
  const { product, notes = [] } = mapped;
  const isFree = 'priceCents' in product && product.priceCents === 0;
  return isFree ? { ...mapped, notes: [...notes, free] } : mapped;
}

/** Hardly a shop gives a tenth of its products away: more often the file has no prices. */
export function freeWarnings(noted: (note: string) => number, products: number): string[] {
  const count = noted(free);
  if (count === 0 || count * 10 <= products) return [];
  return [
    `${String(count)} of ${counted(products, 'product')} ${verb(count, 'has', 'have')} a price of 0. Check that the file gives their prices.`,
  ];
}
