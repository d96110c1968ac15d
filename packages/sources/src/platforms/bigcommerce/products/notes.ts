import type { Notes } from '../../../reading/format.ts';
import { counted, verb } from '../../../text/counted.ts';

export const notes: Notes = {
  unknownTracking: (count) =>
    `${counted(count, 'product')} ${verb(count, 'says', 'say')} something else under Track Inventory than none, by product or by option; ${verb(count, 'its', 'their')} stock is not sent.`,
  higherSale: (count) =>
    `${counted(count, 'product')} ${verb(count, 'has', 'have')} a sale price above the price, and ${verb(count, 'costs', 'cost')} that.`,
};
