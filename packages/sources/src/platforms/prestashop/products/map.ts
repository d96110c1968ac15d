import type { Product, Variant } from 'sequenzy-contract';
import { describedBy, picturedBy } from '../../../kinds/products/described.ts';
import {
  priced,
  pricesOf,
  stockOf,
  idByOptions,
  variantOfEach,
} from '../../../kinds/products/variants.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import type { Field } from './columns.ts';
import { priceWith, readBase, type Base } from './price.ts';

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
    ...pageOf(productId, settings),
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

/** Every shop answers at the address by id, whatever its friendly addresses are like. Source: public code of modules. */
function pageOf(id: string | undefined, { storeUrl }: Settings): Pick<Product, 'url'> {
  if (storeUrl === undefined || id === undefined) return {};
  return {
    url: `${storeUrl}/index.php?controller=product&id_product=${encodeURIComponent(id)}`,
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

/** Every combination of a product, each out of its row. */
function readVariants(
  rows: readonly Row<Field>[],
  base: Base,
  settings: Settings,
  reader: CellReader,
): Variant[] {
  return variantOfEach(rows, 'values', reader, (row) => readVariant(row, base, settings, reader));
}

function readVariant(row: Row<Field>, base: Base, settings: Settings, reader: CellReader): Variant {
  const impact = reader.signedMoney(row, 'impact', settings.currency) ?? 0;
  const options = readOptions(row, reader);
  const values = options.map(({ value }) => value);
  const sku = reader.id(row, 'reference');
  const quantity = reader.integer(row, 'quantity');
  if (base.regular !== undefined && base.regular + impact < 0) {
    reader.faults.push(row.fault('impact', 'makes the price negative'));
  }
  return {
    variantId: idByOptions(row.get('productId'), values),
    title: values.join(' / '),
    ...(sku !== undefined && { sku }),
    ...priceWith(impact, base),
    ...(row.get('image') !== '' && { imageUrl: row.get('image') }),
    ...(quantity !== undefined && { inStock: quantity > 0, inventoryQuantity: quantity }),
    options,
  };
}

/** `Color:color:0; Size:select:1` and `Blue:0; M:1`, paired in the order in which they are listed. */
function readOptions(row: Row<Field>, reader: CellReader): { name: string; value: string }[] {
  const names = listed(row.get('attributes')).map((entry) => entry.replace(/:[^:]*:\d+$/, ''));
  const values = listed(row.get('values')).map((entry) => entry.replace(/:\d+$/, ''));
  if (names.length === values.length && !names.includes('')) {
    return names.map((name, at) => ({ name: name.trim(), value: values[at]?.trim() ?? '' }));
  }
  const message = `expected a value for each of the ${String(names.length)} attributes, got ${String(values.length)}`;
  reader.faults.push(row.fault('values', message));
  return [];
}

/** A position ends an entry, because names and values hold semicolons and commas of their own. */
function listed(cell: string): string[] {
  return cell
    .split(/(?<=:\d+)\s*[;,]\s*/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
