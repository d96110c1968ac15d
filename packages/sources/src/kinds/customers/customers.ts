import type { InputOptions } from '../../input/input-options.ts';

/** How a customer export is to be read. */
export interface CustomersOptions extends InputOptions {
  /** ISO 4217 currency of amounts without one. No default: a currency is never guessed. */
  readonly currency?: string;
  /** The decimal separator of the file's amounts. Without it `1,234` is refused, which could be either. */
  readonly decimal?: '.' | ',';
}

/** What the platform says of all orders a customer has ever placed. */
export interface LifetimeTotals {
  readonly ordersCount: number;
  /** In whole smallest units. */
  readonly totalSpentCents: number;
}

/** Lifetime totals by e-mail address without case, in numbers and hashes only: about 40 MB a million customers. */
export interface Customers {
  /** As the user named them. */
  readonly files: readonly string[];
  readonly counts: CustomersCounts;
  /** Complete sentences, each said once: odd encodings. */
  readonly warnings: readonly string[];
  /** Undefined for an address that the files do not have. */
  totalsOf(email: string): LifetimeTotals | undefined;
  /** ISO 4217 code of what `totalSpentCents` is in. */
  currencyOf(email: string): string | undefined;
}

interface CustomersCounts {
  /** Data rows after the header, without empty ones; documents where the input is JSON. */
  readonly rows: number;
  readonly customers: number;
  /** Rows that are passed over because they have no e-mail address. */
  readonly withoutEmail: number;
}
