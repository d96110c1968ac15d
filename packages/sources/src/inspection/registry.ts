import type { Check } from './checks/check.ts';
import { apostrophe } from './checks/apostrophe.ts';
import { compareAt } from './checks/compare-at.ts';
import { currencySwitch } from './checks/currency-switch.ts';
import { date } from './checks/date.ts';
import { decimalComma } from './checks/decimal-comma.ts';
import { duplicateKey } from './checks/duplicate-key.ts';
import { htmlTitle } from './checks/html-title.ts';
import { lostDigits } from './checks/lost-digits.ts';
import { lostZeros } from './checks/lost-zeros.ts';
import { mojibake } from './checks/mojibake.ts';
import { shiftedRow } from './checks/shifted-row.ts';

/** What is looked for in products, in the order in which findings of one row are told. */
export const productChecks: readonly Check[] = [
  shiftedRow,
  lostDigits,
  lostZeros,
  date,
  apostrophe,
  mojibake,
  htmlTitle,
  decimalComma,
  currencySwitch,
  compareAt,
  duplicateKey,
];

/** What is normal in orders: several currencies, an SKU in many rows, prices before a discount. */
const normalInOrders: readonly Check[] = [currencySwitch, compareAt, duplicateKey];

export const orderChecks: readonly Check[] = productChecks.filter(
  (check) => !normalInOrders.includes(check),
);
