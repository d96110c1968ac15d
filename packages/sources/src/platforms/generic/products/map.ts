import type { RecordFault } from '../../../faults/record-fault.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import { agreedRow } from '../../../table/agreed-row.ts';
import { CellReader } from '../../../table/cells.ts';
import { currencyOf, priceOf } from '../../../table/price.ts';
import type { Row, Rows } from '../../../table/row.ts';
import type { Field, ProductField } from './columns.ts';
import { locateInVariants, readVariants } from './variants.ts';

const texts = ['description', 'imageUrl', 'url', 'providerCreatedAt'] as const;
const price = { decimal: 'price', cents: 'priceCents' } as const;
const compareAt = { decimal: 'compareAtPrice', cents: 'compareAtPriceCents' } as const;

/** One product out of its rows: product cells stand once or agree, every row adds a variant. */
export function mapRows(rows: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  const product: Record<string, unknown> = {};
  const rowOf = (field: Field): Row<Field> => agreedRow(rows, field, reader, 'product');
  const put = (key: string, value: unknown, fields: readonly ProductField[]): void => {
    if (value !== undefined) product[key] = value;
    else if (settings.empty === 'clear' && isEmpty(rows, fields)) product[key] = null;
  };

  const productId = reader.id(rowOf('productId'), 'productId');
  if (rows[0].get('productId') === '') reader.required(rows[0], 'productId');
  product['productId'] = productId;
  product['title'] = reader.required(rowOf('title'), 'title');
  for (const field of texts) {
    put(field, reader.text(rowOf(field), field), [field]);
  }
  put('inStock', reader.boolean(rowOf('inStock'), 'inStock'), ['inStock']);

  const currency = currencyOf(rowOf('currency'), 'currency', reader, settings);
  put('priceCents', priceOf(price, rowOf, currency, reader), ['price', 'priceCents']);
  put('compareAtPriceCents', priceOf(compareAt, rowOf, currency, reader), [
    'compareAtPrice',
    'compareAtPriceCents',
  ]);

  const { variants, variantRows } = readVariants(rows, currency, settings, reader);
  if (variants !== undefined) product['variants'] = variants;
  const isPriced =
    'priceCents' in product || 'compareAtPriceCents' in product || (variants?.length ?? 0) > 0;
  const isWanted = isPriced || rowOf('currency').get('currency') !== '';
  put('currency', isWanted ? currency.code : undefined, ['currency']);

  return {
    key: productId,
    product,
    faults: reader.faults,
    locate: (path) => locate(path, rowOf, variantRows),
    variants: variants?.length ?? 0,
  };
}

/** Whether the file has such columns, and they say nothing about this product. */
function isEmpty(rows: Rows<Field>, fields: readonly ProductField[]): boolean {
  return (
    fields.some((field) => rows[0].has(field)) &&
    rows.every((row) => fields.every((field) => row.get(field) === ''))
  );
}

function locate(
  path: string,
  rowOf: (field: Field) => Row<Field>,
  variantRows: readonly Row<Field>[],
): RecordFault | undefined {
  // A path that is no field of a table finds no cell, and names itself.
  return locateInVariants(path, variantRows) ?? rowOf(path as Field).fault(path as Field, '');
}
