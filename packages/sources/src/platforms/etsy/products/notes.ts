import { counted, verb } from '../../../text/counted.ts';

/** What is worth a sentence, and the sentence. */
export const notes = {
  variations: (count: number) =>
    `${counted(count, 'listing')} ${verb(count, 'has', 'have')} variations; the file has no price and no stock for them, and they are not sent.`,
};
