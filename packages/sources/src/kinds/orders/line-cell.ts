import type { Words } from 'sequenzy-contract';
import { messageOf } from '../../faults/record-fault.ts';
import { amountIn } from '../../money/amount.ts';
import { hasLostDigits, lostDigits } from '../../table/cells.ts';
import type { CurrencyOfRecord } from '../../table/price.ts';
import { plainTitle } from '../../text/plain-title.ts';
import type { OrderCellReader } from './cell-reader.ts';
import { productOf } from './product-index.ts';
import type { OrderSettings } from './source.ts';
import { withoutUndefined } from './values.ts';

/** What a part of a cell says about one line of an order; empty as undefined. */
export interface LineCell {
  readonly productId?: string | undefined;
  readonly variantId?: string | undefined;
  readonly sku?: string | undefined;
  readonly title?: string | undefined;
  readonly variant?: string | undefined;
  readonly quantity?: string | undefined;
  /** Of one piece. */
  readonly price?: string | undefined;
  /** Of all pieces together, where no price of one is said. */
  readonly sum?: string | undefined;
}

/** Where it stands, and what reads it. */
export interface LineCellPlace {
  readonly cell: {
    readonly file: string;
    readonly line: number;
    readonly column: string;
    readonly value: string;
  };
  readonly currency: CurrencyOfRecord;
  readonly settings: OrderSettings;
  readonly reader: OrderCellReader;
}

/** Reads one line. Undefined where nothing is left of it: a quantity of 0. */
export function readLineCell(line: LineCell, place: LineCellPlace): object | undefined {
  const { reader, settings } = place;
  const quantity = quantityOf(line, place);
  if (quantity === 0) {
    reader.notes.push('emptyLine');
    return undefined;
  }
  const sku = idOf(line.sku, place);
  const id = idOf(line.productId, place);
  const title = plainTitle(line.title ?? '') || sku;
  const variant = plainTitle(line.variant ?? '');
  const name = variant === '' ? title : `${title} - ${variant}`;
  if (title === '') fault(place, 'a line has neither a name nor a SKU');
  const known = id !== '' && id !== '0';
  return withoutUndefined({
    ...(known
      ? { productId: id, title, variantTitle: variant || undefined }
      : productOf({ sku, name, title, variant }, settings, reader.notes)),
    quantity,
    ...(known && { variantId: idOf(line.variantId, place).replace(/^0$/, '') || undefined }),
    sku: sku || undefined,
    priceCents: priceOf(line, quantity, place),
  });
}

function quantityOf({ quantity: text = '' }: LineCell, place: LineCellPlace): number | undefined {
  if (/^\d+(\.0+)?$/.test(text)) return Number(text);
  fault(place, `expected a whole number as the quantity of a line, got "${text}"`);
  return undefined;
}

function idOf(text = '', place: LineCellPlace): string {
  if (hasLostDigits(text)) fault(place, lostDigits(text));
  return text;
}

function priceOf(
  { price, sum }: LineCell,
  quantity: number | undefined,
  place: LineCellPlace,
): number | undefined {
  const isOfOne = price !== undefined && price !== '';
  const text = isOfOne ? price : sum;
  const { code: currency } = place.currency;
  // Without a currency the total of the order is at fault already.
  if (text === undefined || text === '' || currency === undefined || quantity === undefined)
    return undefined;
  const { decimal } = place.settings;
  const amount = amountIn(text, { currency, decimal }, place.cell);
  if (!amount.ok) {
    fault(place, amount.message);
    return undefined;
  }
  return isOfOne ? amount.cents : Math.round(amount.cents / quantity);
}

function fault({ cell, reader }: LineCellPlace, words: Words): void {
  reader.faults.push({ ...cell, path: cell.column, ...messageOf(words) });
}
