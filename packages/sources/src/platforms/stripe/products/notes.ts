import { counted, verb } from '../../../text/counted.ts';

/** What is worth a sentence, and the sentence. */
export const notes = {
  noFixedPrice: (count: number) =>
    `${counted(count, 'price')} without a fixed amount ${verb(count, 'was', 'were')} left out.`,
  otherCurrency: (count: number) =>
    `${counted(count, 'price')} in another currency than the product's ${verb(count, 'was', 'were')} left out.`,
};
