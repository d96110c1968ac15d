import type { Unusable } from '../../faults/unusable.ts';
import type { Format, MappedRecord } from '../../reading/format.ts';
import type { RecordKind } from '../../reading/record-kind.ts';
import type { StockLevel } from './stock.ts';

/** What is made of one row. */
export interface MappedLevel extends MappedRecord {
  readonly level: StockLevel;
}

/** The types of stock. */
interface StockTypes {
  readonly mapped: MappedLevel;
  readonly settings: unknown;
  readonly value: StockLevel;
  readonly source: Format<string, MappedLevel>;
}

/** Files with stock that cannot be taken for one level a variant. Source of the headers: public code of others. */
const unusable: readonly Unusable[] = [
  {
    label: 'a Shopify inventory export',
    columns: ['Handle', 'Title', 'Location'],
    reason:
      'it counts each variant once for every location, in several columns, or says "not stocked"',
    nextStep:
      'Add up the column that is for sale (Available) of all locations, in a file with the columns sku and quantity.',
  },
];

export const stockLevels: RecordKind<StockTypes> = {
  noun: 'row',
  unusable,
  notes: {},
  blank: { key: undefined, level: {}, faults: [] },
  partsOf: () => 0,
  damaged: ({ key }, faults) => ({ key, level: {}, faults }),
  check: ({ level }) => ({ ok: true, value: level }),
};
