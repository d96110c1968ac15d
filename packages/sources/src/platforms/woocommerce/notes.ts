import { counted, verb } from '../../text/counted.ts';

/** What is worth a sentence, and the sentence. */
export const notes = {
  pluginType: (count: number) =>
    `${counted(count, 'product')} ${verb(count, 'is', 'are')} of a type that a plugin adds; ${verb(count, 'it is', 'they are')} read like simple and variable ones.`,
};
