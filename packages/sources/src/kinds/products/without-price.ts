import { counted, verb } from '../../text/counted.ts';

/** Said where a shop sells what has no price of its own. */
export const withoutPrice = (count: number): string =>
  `${counted(count, 'product')} ${verb(count, 'has', 'have')} no price in the file, as groups and bundles have none; ${verb(count, 'it is', 'they are')} sent without one.`;
