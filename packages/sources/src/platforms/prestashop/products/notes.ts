import { counted, verb } from '../../../text/counted.ts';

/** What is worth a sentence, and the sentence. */
export const notes = {
  withoutTax: (count: number) =>
    `The ${count === 1 ? 'price' : 'prices'} of ${counted(count, 'product')} ${verb(count, 'is', 'are')} without tax, and sent as ${verb(count, 'it stands', 'they stand')}.`,
};
