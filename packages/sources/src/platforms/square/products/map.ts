import type { Variant } from 'sequenzy-contract';
import { describedBy } from '../../../kinds/products/described.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import {
  idByOptions,
  optionsOf,
  pricesOf,
  salePrice,
  stockOf,
  variantOfEach,
  type Price,
} from '../../../kinds/products/variants.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { codeWithoutApostrophe } from '../../../text/apostrophe.ts';
import { optionColumns, type Field } from './columns.ts';
import { readStock } from './stock.ts';

/** One product out of the rows with its Item Name: each is a variation. */
export function mapRows(rows: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  const [kept, ...others] = rows.filter((row) => reader.boolean(row, 'archived') !== true);
  const obstacle = kept === undefined ? 'archived' : isHidden(rows) ? 'hidden' : undefined;
  // An archived variation of an item that is on sale is gone; of one that is not, it belongs to it.
  const item: Rows<Field> = kept === undefined ? rows : [kept, ...others];
  const productId = idOf(rows, reader);
  refuseOthers(rows, reader);
  const variants = variantOfEach(item, 'token', reader, (one) =>
    readVariant(one, item, productId ?? '', settings, reader),
  );
  const product = {
    productId: productId ?? '',
    title: item[0].get('customerName') || (reader.required(item[0], 'name') ?? ''),
    ...describedBy(item[0], 'description', settings),
    ...pricesOf(variants, settings.currency, item[0].has('onlinePrice')),
    ...stockOf(variants, obstacle === undefined),
  };
  return {
    key: productId,
    product,
    faults: reader.faults,
    variants: variants.length,
    ...(obstacle !== undefined && !settings.includeUnpublished && { skip: obstacle }),
  };
}

function isHidden(rows: Rows<Field>): boolean {
  const seen = rows.map((row) => row.get('visibility').toLowerCase());
  return seen.some((text) => text === 'hidden' || text === 'unavailable');
}

function idOf(rows: Rows<Field>, reader: CellReader): string | undefined {
  const holder = rows.find((row) => row.get('handle') !== '');
  return holder === undefined ? reader.id(rows[0], 'name') : reader.id(holder, 'handle');
}

/** Two items may be called the same: what both have under one name is not to be told apart. */
function refuseOthers(rows: Rows<Field>, reader: CellReader): void {
  const handles = new Map<string, Row<Field>>();
  for (const row of rows) {
    const variation = row.get('variation').toLowerCase();
    const first = handles.get(variation);
    if (first === undefined) handles.set(variation, row);
    else if (first.get('handle') !== row.get('handle')) {
      const message = `is already that of another item or variation ${first.seenFrom(row)}: give one of the two another name`;
      reader.faults.push(row.fault('name', message));
    }
  }
}

function readVariant(
  row: Row<Field>,
  item: Rows<Field>,
  productId: string,
  settings: Settings,
  reader: CellReader,
): Variant {
  const options = optionsOf(row, item[0], optionColumns, reader);
  const values = options.map(({ value }) => value);
  const title = row.get('variation') || values.join(' / ');
  const sku = reader.id(row, 'sku');
  const isSellable = reader.boolean(row, 'sellable') !== false;
  return {
    variantId: reader.id(row, 'token') ?? idByOptions(productId, title === '' ? [] : [title]),
    title: title || row.get('name'),
    ...(sku !== undefined && { sku: codeWithoutApostrophe(sku) }),
    ...priceOf(row, settings, reader),
    ...readStock(row, reader),
    ...(!isSellable && { inStock: false }),
    options,
  };
}

/** `variable` is what the seller types in at the till. */
function priceOf(row: Row<Field>, settings: Settings, reader: CellReader): Price {
  if (row.get('price').toLowerCase() === 'variable') return {};
  const regular = reader.money(row, 'price', settings.currency);
  const online = reader.money(row, 'onlinePrice', settings.currency);
  return salePrice(regular, online === 0 ? undefined : online);
}
