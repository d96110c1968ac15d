import { withoutPrice } from '../../../kinds/products/without-price.ts';
import { counted, verb } from '../../../text/counted.ts';

/** What is worth a sentence, and the sentence. */
export const notes = {
  withoutPrice,
  storeView: (count: number) =>
    `${counted(count, 'row')} of single store views ${verb(count, 'was', 'were')} passed over; the values for all views are taken.`,
  imagePath: (count: number) =>
    `${counted(count, 'product')} ${verb(count, 'has', 'have')} an image without an address, only a path inside the shop; it is not sent.`,
};
