import { withoutPrice } from '../../../kinds/products/without-price.ts';
import { counted, verb } from '../../../text/counted.ts';

/** What is worth a sentence, and the sentence. */
export const notes = {
  withoutPrice,
  withoutVariations: (count: number) =>
    `${counted(count, 'product')} ${verb(count, 'has', 'have')} variations, and none of them is in the input; the stored ones are kept.`,
  pluginType: (count: number) =>
    `${counted(count, 'product')} ${verb(count, 'is', 'are')} of a type that a plugin adds; ${verb(count, 'it is', 'they are')} read like simple and variable ones.`,
};
