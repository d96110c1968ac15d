import type { Unusable } from '../../faults/unusable.ts';

/** Files with stock that cannot be taken for one level a variant. Source of the headers: public code of others. */
export const unusable: readonly Unusable[] = [
  {
    label: 'a Shopify inventory export',
    columns: ['Handle', 'Title', 'Location'],
    reason:
      'it counts each variant once for every location, in several columns, or says "not stocked"',
    nextStep:
      'Add up the column that is for sale (Available) of all locations, in a file with the columns sku and quantity.',
  },
];
