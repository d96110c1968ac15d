import type { RecordKind } from '../../reading/record-kind.ts';
import type { customerFormat, CustomerSettings, CustomerTotals, MappedCustomer } from './format.ts';

/** The types of customers. */
interface CustomerTypes {
  readonly mapped: MappedCustomer;
  readonly settings: CustomerSettings;
  readonly value: CustomerTotals;
  readonly source: typeof customerFormat;
}

export const customers: RecordKind<CustomerTypes> = {
  noun: 'customer',
  unusable: [],
  notes: {},
  blank: { key: undefined, totals: {}, faults: [] },
  partsOf: () => 0,
  damaged: ({ key }, faults) => ({ key, totals: {}, faults }),
  check: ({ totals: { ordersCount = 0, totalSpentCents = 0, currency = '' } }) => ({
    ok: true, // what lacks one of them has a fault
    value: { ordersCount, totalSpentCents, currency },
  }),
};
