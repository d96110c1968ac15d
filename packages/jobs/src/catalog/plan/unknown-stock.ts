import { number } from 'sequenzy-contract';
import type { DeliveryResult } from 'sequenzy-commerce';

/** What is required of variants that neither the input nor Sequenzy knows the stock of. */
export function unknownStock({ stock }: Pick<DeliveryResult, 'stock'>): string[] {
  const { unknown } = stock;
  if (unknown === 0) return [];
  const what = unknown === 1 ? '1 variant is' : `${number(unknown)} variants are`;
  const sent = unknown === 1 ? 'it was' : 'they were';
  return [
    `Stock not known: ${what} new to Sequenzy, and the input does not state stock; ${sent} sent as in stock. Correct it with catalog stock.`,
  ];
}
