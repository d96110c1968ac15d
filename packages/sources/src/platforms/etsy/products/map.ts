import type { Product } from 'sequenzy-contract';
import { picturedBy } from '../../../kinds/products/described.ts';
import { priced } from '../../../kinds/products/variants.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { plainTitle } from '../../../text/plain-title.ts';
import type { Field } from './columns.ts';

/** One product out of a listing. */
export function mapRows([row, second]: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  if (second !== undefined) {
    const message = `makes the same id as the listing ${row.seenFrom(second)}`;
    reader.faults.push(second.fault(skuOf(second) === undefined ? 'title' : 'sku', message));
  }
  if (skuOf(row) !== undefined) reader.id(row, 'sku');
  const currency = currencyOf(row, reader);
  const quantity = reader.integer(row, 'quantity');
  const description = row.get('description').split('\n').map(plainTitle).join('\n');
  const productId = idOf(row);
  const product: Product = {
    productId: productId ?? '',
    title: reader.required(row, 'title') ?? '',
    ...(description !== '' && { description }),
    ...picturedBy(row.get('image'), row, 'image', settings),
    ...(currency !== undefined &&
      priced({ priceCents: reader.money(row, 'price', currency) }, currency, false)),
    ...(quantity !== undefined && { inStock: quantity > 0 }),
  };
  return {
    key: productId,
    product,
    faults: reader.faults,
    variants: 0,
    ...(row.get('variation') !== '' && { notes: ['variations'] }),
  };
}

/** The SKU of a listing that has only one, else the title: the file has no id. */
export function idOf(row: Row<Field>): string | undefined {
  return skuOf(row) ?? (slugOf(row.get('title')) || undefined);
}

/** Where variations have SKUs of their own, the cell lists them. */
function skuOf(row: Row<Field>): string | undefined {
  const sku = row.get('sku');
  return sku === '' || sku.includes(',') ? undefined : sku;
}

/** `Crème brûlée, 3″` -> `creme-brulee-3`. */
function slugOf(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function currencyOf(row: Row<Field>, reader: CellReader): string | undefined {
  const code = reader.required(row, 'currency')?.toUpperCase();
  if (code === undefined || /^[A-Z]{3}$/.test(code)) return code;
  const message = `expected an ISO 4217 code such as USD, got "${row.get('currency')}"`;
  reader.faults.push(row.fault('currency', message));
  return undefined;
}
