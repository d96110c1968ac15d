import type { Decimal } from '../../money/amount.ts';
import type { Format, MappedRecord } from '../../reading/format.ts';
import type { RecordKind } from '../../reading/record-kind.ts';
import type { LifetimeTotals } from './customers.ts';

/** A customer's totals, and what they are in. */
export interface CustomerTotals extends LifetimeTotals {
  readonly currency: string;
}

/** What is made of a customer's rows. */
export interface MappedCustomer extends MappedRecord {
  readonly totals: Partial<CustomerTotals>;
}

export interface CustomerSettings {
  readonly currency: string | undefined;
  readonly decimal: Decimal | undefined;
}

/** The types of customers. */
interface CustomerTypes {
  readonly mapped: MappedCustomer;
  readonly settings: CustomerSettings;
  readonly value: CustomerTotals;
  readonly source: Format<string, MappedCustomer, CustomerSettings>;
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

/** One person, however the address is written. */
export function keyOf(email: string): string | undefined {
  return email.trim().toLowerCase() || undefined;
}
