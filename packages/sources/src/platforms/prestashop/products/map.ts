import type { Product } from 'sequenzy-contract';
import { describedBy, picturedBy } from '../../../kinds/products/described.ts';
import { priced, pricesOf } from '../../../kinds/products/price.ts';
import { stockOf } from '../../../kinds/products/stock.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import type { Field } from './columns.ts';
import { priceWith, readBase } from './price.ts';
import { readVariants } from './variants.ts';

/** One product out of its row and those of its combinations, which stand in another file. */
export function mapRows(rows: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  const combinations = rows.filter((row) => row.get('attributes') !== '');
  const [row, second] = rows.filter((one) => one.get('attributes') === '');
  if (row === undefined) return withoutProduct(rows);
  if (second !== undefined) {
    const message = `is that of the product ${row.seenFrom(second)} too`;
    reader.faults.push(second.fault('productId', message));
  }
  const productId = reader.required(row, 'productId') && reader.id(row, 'productId');
  const base = readBase(row, settings, reader);
  const variants = readVariants(combinations, base, settings, reader);
  const isActive = reader.boolean(row, 'active') !== false;
  const isOnSale = isActive && reader.boolean(row, 'orderable') !== false;
  const product: Product = {
    productId: productId ?? '',
    title: reader.required(row, 'name') ?? '',
    ...describedBy(row, 'description', settings, 'shortDescription'),
    ...picturedBy(firstImage(row.get('images')), row, 'images', settings),
    ...(variants.length > 0
      ? { ...pricesOf(variants, settings.currency, true), ...stockOf(variants, isOnSale) }
      : {
          ...priced(priceWith(0, base), settings.currency, true),
          ...ownStock(row, isOnSale, reader),
        }),
  };
  return {
    key: productId,
    product,
    faults: reader.faults,
    variants: variants.length,
    claims: variants.flatMap(({ sku }) => (typeof sku === 'string' ? [sku] : [])),
    ...(!isActive && !settings.includeUnpublished && { skip: 'inactive' }),
    ...(base.tax === 'excluded' && { notes: ['withoutTax'] }),
  };
}

/** A combination says what it adds to a price: without its product there is none. */
function withoutProduct(rows: Rows<Field>): Mapped {
  const [row] = rows;
  const productId = row.get('productId');
  const message =
    productId === ''
      ? 'is required'
      : `no row of the input is product "${productId}": give the product file beside that of the combinations`;
  return {
    key: productId || undefined,
    product: {},
    faults: [row.fault('productId', message)],
    variants: rows.length,
    claims: rows.flatMap((one) => one.get('reference') || []),
  };
}

/** Addresses are listed with semicolons or commas, and may hold commas of their own. */
function firstImage(cell: string): string | undefined {
  return cell.split(/\s*[;,]\s*(?=https?:)/)[0];
}

function ownStock(
  row: Row<Field>,
  isOnSale: boolean,
  reader: CellReader,
): Pick<Product, 'inStock'> {
  const quantity = reader.integer(row, 'quantity');
  if (!isOnSale) return { inStock: false };
  return quantity === undefined ? {} : { inStock: quantity > 0 };
}
