import type { Product, Variant } from 'sequenzy-contract';
import { describedBy, picturedBy } from '../../../kinds/products/described.ts';
import {
  priced,
  pricesOf,
  stockOf,
  idByOptions,
  type Price,
  variantOfEach,
} from '../../../kinds/products/variants.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { type Field, optionColumns } from './columns.ts';
import { imageOf } from './image.ts';
import { ownPriceOf, priceOf, readDiscount, type Discount } from './price.ts';
import { codeWithoutApostrophe } from '../../../text/apostrophe.ts';

/** One product out of the rows with its handle. */
export function mapRows(rows: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  const variantRows = rows.filter((row) => isOfType(row, 'variant'));
  const products = rows.filter((row) => isOfType(row, 'product'));
  const row = products[0] ?? rows[0];
  refuseOthers(rows, products, reader);
  const handle = handleField(row);
  const productId = reader.required(row, handle) && reader.id(row, handle);
  const base: Base =
    handle === 'handle'
      ? { row, own: ownPriceOf(row, settings, reader) }
      : {
          row,
          price: reader.money(row, 'price', settings.currency),
          discount: readDiscount(row, settings, reader),
        };
  const isHidden = reader.boolean(row, 'visible') === false;
  const variants = readVariants(variantRows, base, settings, reader);
  const product = {
    productId: productId ?? '',
    title: reader.required(row, 'name') ?? '',
    ...describedBy(row, 'description', settings),
    ...picturedBy(imageOf(row.get('images')), row, 'images', settings),
    ...(variants.length > 0
      ? { ...pricesOf(variants, settings.currency, true), ...stockOf(variants, !isHidden) }
      : withoutVariants(base, isHidden, settings, reader)),
  };
  return {
    key: productId,
    product,
    faults: reader.faults,
    variants: variants.length,
    ...(isHidden && !settings.includeUnpublished && { skip: 'hidden' }),
    claims: variants.flatMap(({ sku }) => (typeof sku === 'string' ? [sku] : [])),
  };
}

/** The column that says which rows are one product; newer files call it `handle`. */
export function handleField(row: Row<Field>): 'handleId' | 'handle' {
  return row.has('handleId') ? 'handleId' : 'handle';
}

function isOfType(row: Row<Field>, type: 'product' | 'variant'): boolean {
  return row.get('fieldType').toLowerCase() === type;
}

/** Each row is a variant, or the one that says what they have in common. */
function refuseOthers(
  rows: Rows<Field>,
  products: readonly Row<Field>[],
  reader: CellReader,
): void {
  for (const row of rows) {
    if (isOfType(row, 'product') || isOfType(row, 'variant')) continue;
    const message = `expected Product or Variant, got "${row.get('fieldType')}"`;
    reader.faults.push(row.fault('fieldType', message));
  }
  const [first, second] = products;
  if (first === undefined) {
    reader.faults.push(
      rows[0].fault(handleField(rows[0]), 'no row of the input is the product itself'),
    );
  } else if (second !== undefined) {
    const message = `is that of the product ${first.seenFrom(second)} too`;
    reader.faults.push(second.fault(handleField(second), message));
  }
}

function withoutVariants(
  base: Base,
  isHidden: boolean,
  settings: Settings,
  reader: CellReader,
): Partial<Product> {
  const { inStock } = isHidden ? { inStock: false } : readStock(base.row, reader);
  return {
    ...priced(base.own ?? surchargedPrice(base, 0), settings.currency, true),
    ...(inStock !== undefined && { inStock }),
    variants: [],
  };
}

/** What the row of the product says for all of its variants. */
interface Base {
  readonly row: Row<Field>;
  /** Its price in newer files, where each row can have one. */
  readonly own?: Price;
  /** Its price in older files, to which a variant adds. */
  readonly price?: number | undefined;
  readonly discount?: Discount;
}

function surchargedPrice({ price, discount }: Base, surcharge: number): Price {
  return price === undefined ? {} : priceOf(price, surcharge, discount);
}

/** A variant of a newer file without a price has that of its product. */
function readPrice(row: Row<Field>, base: Base, settings: Settings, reader: CellReader): Price {
  if (base.own !== undefined) {
    return row.get('price') === '' ? base.own : ownPriceOf(row, settings, reader);
  }
  const surcharge = reader.signedMoney(row, 'surcharge', settings.currency) ?? 0;
  if (base.price !== undefined && base.price + surcharge < 0) {
    reader.faults.push(row.fault('surcharge', 'makes the price negative'));
  }
  return surchargedPrice(base, surcharge);
}

function readVariants(
  rows: readonly Row<Field>[],
  base: Base,
  settings: Settings,
  reader: CellReader,
): Variant[] {
  return variantOfEach(rows, 'option1Value', reader, (row) =>
    readVariant(row, base, settings, reader),
  );
}

function readVariant(row: Row<Field>, base: Base, settings: Settings, reader: CellReader): Variant {
  const price = readPrice(row, base, settings, reader);
  const options = optionsOf(row, base.row, reader);
  const values = options.map(({ value }) => value);
  const code = reader.id(row, 'sku');
  const isHidden = reader.boolean(row, 'visible') === false;
  return {
    variantId: idByOptions(row.get(handleField(row)), values),
    title: values.join(' / ') || base.row.get('name'),
    ...(code !== undefined && { sku: codeWithoutApostrophe(code) }),
    ...price,
    ...readStock(row, reader),
    ...(isHidden && { inStock: false }),
    options,
  };
}

function optionsOf(
  row: Row<Field>,
  product: Row<Field>,
  reader: CellReader,
): { name: string; value: string }[] {
  return optionColumns.flatMap((columns) => {
    const value = choiceOf(row, columns.value);
    const name = product.get(columns.name) || row.get(columns.name);
    if (value === '') return [];
    if (name === '') {
      const message = `is required on the row of the product, because "${value}" is its value`;
      reader.faults.push(row.fault(columns.name, message));
    }
    return [{ name, value }];
  });
}

/** In newer files a swatch stands before its name: `#ff0000:Red`. */
function choiceOf(row: Row<Field>, field: Field): string {
  const text = row.get(field);
  return handleField(row) === 'handle' ? text.replace(/^#[\da-f]{6}:(?=.)/i, '') : text;
}

interface Stock {
  readonly inStock?: boolean;
  readonly inventoryQuantity?: number;
}

/** `InStock`, `OUT_OF_STOCK`, or how many there are. */
function readStock(row: Row<Field>, reader: CellReader): Stock {
  const text = row.get('inventory').toLowerCase().replaceAll('_', '');
  if (text === '') return {};
  if (text === 'instock') return { inStock: true };
  if (text === 'outofstock') return { inStock: false };
  const quantity = reader.integer(row, 'inventory');
  return quantity === undefined ? {} : { inStock: quantity > 0, inventoryQuantity: quantity };
}
