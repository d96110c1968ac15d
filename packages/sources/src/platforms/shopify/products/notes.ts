import type { Rows } from '../../../table/row.ts';
import { counted, verb } from '../../../text/counted.ts';
import type { Field } from './columns.ts';
import { firstFilled } from './first-filled.ts';
import type { Sale } from './sale.ts';
import type { ReadVariant } from './variants.ts';

/** What is worth a sentence, and the sentence. */
export const notes = {
  giftCard: (count: number) =>
    `${counted(count, 'product')} ${verb(count, 'is a gift card', 'are gift cards')}; ${verb(count, 'it is', 'they are')} kept.`,
  compareAt: (count: number) =>
    `${counted(count, 'compare-at price')} not above the price ${verb(count, 'was', 'were')} dropped.`,
  unknownStock: (count: number) =>
    `${counted(count, 'variant')} ${verb(count, 'is', 'are')} counted by the shop, but the file does not say how many there are; their stock is not sent.`,
  unknownStatus: (count: number) =>
    `${counted(count, 'product')} ${verb(count, 'has', 'have')} a status other than active, draft and archived; ${verb(count, 'it is', 'they are')} taken for active.`,
};

type Note = keyof typeof notes;

export function notesOf(rows: Rows<Field>, sale: Sale, read: readonly ReadVariant[]): Note[] {
  const found: Note[] = [];
  if (firstFilled(rows, 'giftCard').get('giftCard').toLowerCase() === 'true')
    found.push('giftCard');
  if (sale.hasUnknownStatus) found.push('unknownStatus');
  for (const { hasDroppedCompareAt, hasUnknownStock } of read) {
    if (hasDroppedCompareAt) found.push('compareAt');
    if (hasUnknownStock) found.push('unknownStock');
  }
  return found;
}
