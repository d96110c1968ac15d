import type { Check } from './checks/check.ts';
import { apostrophe, htmlTitle, mojibake } from './checks/texts.ts';
import { compareAt, currencySwitch, decimalComma } from './checks/prices.ts';
import { date, lostDigits, lostZeros } from './checks/codes.ts';
import { duplicateKey, shiftedRow } from './checks/rows.ts';

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
