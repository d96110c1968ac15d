import { counted, verb } from '../../../text/counted.ts';

/** What is worth a sentence, and the sentence. */
export const notes = {
  repeated: (count: number) =>
    `${counted(count, 'product')} ${verb(count, 'stands', 'stand')} in the input more than once; the last is taken.`,
  otherCurrency: (count: number) =>
    `${counted(count, 'price')} in another currency than the product's ${verb(count, 'was', 'were')} left out.`,
  nothingIncluded: (count: number) =>
    `${counted(count, 'product')} came without variants and media assets: prices, stock and images were not in the answer, and stay as they are stored.`,
  oddOptions: (count: number) =>
    `${counted(count, 'variant')} ${verb(count, 'has options that are not understood, and is', 'have options that are not understood, and are')} sent without them: optionName and value are read.`,
  unknownStock: (count: number) =>
    `${counted(count, 'variant')} ${verb(count, 'says', 'say')} nothing of stock under the names that are looked for; it is not sent. --map names the members that hold it.`,
};
