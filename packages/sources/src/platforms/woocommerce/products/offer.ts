import { salePrice, type Price } from '../../../kinds/products/variants.ts';
import type { Settings } from '../../../kinds/products/source.ts';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

/** What a row says about price and stock. */
export interface Offer {
  readonly price: Price;
  readonly inStock: boolean | undefined;
  /** Undefined where it is not counted, or counted for all variations together. */
  readonly quantity: number | undefined;
}

export function readOffer(row: Row<Field>, settings: Settings, reader: CellReader): Offer {
  const regular = reader.money(row, 'regularPrice', settings.currency);
  const sale = reader.money(row, 'salePrice', settings.currency);
  const isOn =
    row.get('salePrice') !== '' && reader.isWithin(row, 'saleStarts', 'saleEnds', settings);
  return {
    price: salePrice(regular, isOn ? sale : undefined),
    inStock: inStockOf(row, reader),
    quantity: row.get('stock') === 'parent' ? undefined : reader.integer(row, 'stock'),
  };
}

function inStockOf(row: Row<Field>, reader: CellReader): boolean | undefined {
  return row.get('inStock').toLowerCase() === 'backorder' ? true : reader.boolean(row, 'inStock');
}

const obstacles = new Map([
  ['1', undefined],
  ['0', 'private'],
  ['-1', 'draft'],
  ['2', 'pending'],
]);

/** Why a product is not on sale. */
export function obstacleOf(row: Row<Field>, reader: CellReader): string | undefined {
  if (!row.has('published')) return undefined;
  const published = row.get('published');
  if (!obstacles.has(published)) {
    reader.faults.push(row.fault('published', `expected 1, 0, -1 or 2, got "${published}"`));
  }
  return obstacles.get(published);
}
