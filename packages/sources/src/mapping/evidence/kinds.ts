import { isCurrencyMark, markedAmount } from '../../money/currency-mark.ts';
import { withoutTaxNote } from '../../money/tax-note.ts';
import { writingOf } from './decimals.ts';
import { yesNoOf } from './yes-no.ts';

/** What the cells of a column can be. */
export type Kind =
  | 'money'
  | 'quantity'
  | 'stock'
  | 'imageAddress'
  | 'address'
  | 'email'
  | 'date'
  | 'yesNo'
  | 'currencyCode';

const tests: Readonly<Record<Kind, (cell: string) => boolean>> = {
  money: (cell) => writingOf(cell) !== undefined && isAmountMark(markOf(cell)),
  quantity: (cell) =>
    /^'?[-+]?\d{1,9}([.,]0+)?(\s*(st|stk|stuck|stück|pcs?|pieces|units|szt|шт|ud|pz)\.?)?$/i.test(
      cell,
    ),
  stock: (cell) => tests.quantity(cell) || yesNoOf(cell) !== undefined,
  imageAddress: (cell) => /^\S+\.(jpe?g|png|webp|gif|avif|svg|bmp)\b/i.test(cell),
  address: isAddress,
  email: (cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell),
  date: (cell) => /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?!\d)/.test(cell),
  yesNo: (cell) => yesNoOf(cell) !== undefined,
  currencyCode: (cell) => /^[A-Z]{3}$/i.test(cell) && isCurrencyMark(cell.toUpperCase()),
};

const kinds = Object.keys(tests) as Kind[]; // a record over all of them

export function kindsOf(cell: string): Kind[] {
  return kinds.filter((kind) => tests[kind](cell));
}

export function isOf(kind: Kind, cell: string): boolean {
  return tests[kind](cell);
}

/** The sign or code beside an amount. */
export function markOf(cell: string): string | undefined {
  return markedAmount(withoutTaxNote(cell))?.mark;
}

function isAmountMark(mark: string | undefined): boolean {
  return mark === undefined || isCurrencyMark(mark);
}

/** A part of a list of addresses is enough. */
function isAddress(cell: string): boolean {
  return /^(https?:)?\/\/[^\s/]+/i.test(cell) || /^(www\.[^\s/]+\.[a-z]|\/[^\s/])/i.test(cell);
}
