import type { Product, Variant } from 'sequenzy-contract';
import { describedBy, picturedBy } from '../../../kinds/products/described.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import {
  idByOptions,
  priced,
  pricesOf,
  stockOf,
  variantOfEach,
  type Price,
} from '../../../kinds/products/variants.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { codeWithoutApostrophe } from '../../../text/apostrophe.ts';
import { optionNamed, type Field } from './columns.ts';
import { stockOfProduct, stockOfVariation } from './stock.ts';

/** Categories stand in the same file, and belong to no product. */
export function keyOf(row: Row<Field>): string | undefined {
  return typeOf(row) === 'category' ? undefined : row.get(idField(row)) || undefined;
}

/** One product out of its row and those of its variations. */
export function mapRows(rows: Rows<Field>, settings: Settings): Mapped {
  if (typeOf(rows[0]) === 'category') {
    return { key: undefined, product: {}, faults: [], variants: 0, skip: 'category' };
  }
  const reader = new CellReader(settings);
  const products = rows.filter((one) => typeOf(one) === 'product');
  const row = products[0] ?? rows[0];
  refuseOthers(rows, products, reader);
  const productId = reader.required(row, idField(row)) && reader.id(row, idField(row));
  const isHidden = reader.boolean(row, 'isAvailable') === false;
  const price = priceOf(row, settings, reader);
  const tellsDiscounts = row.has('compareAt') || row.has('variationCompareAt');
  const variants = variantOfEach(
    rows.filter((one) => typeOf(one) === 'product_variation'),
    'variationSku',
    reader,
    (one) => readVariant(one, { row, price, productId: productId ?? '' }, settings, reader),
  );
  const product: Product = {
    productId: productId ?? '',
    title: reader.required(row, 'name') ?? '',
    ...describedBy(row, 'description', settings),
    ...picturedBy(row.get('image'), row, 'image', settings),
    ...(row.get('url') !== '' && { url: row.get('url') }),
    ...(variants.length > 0
      ? {
          ...pricesOf(variants, settings.currency, tellsDiscounts),
          ...stockOf(variants, !isHidden),
        }
      : {
          ...priced(discounted(price), settings.currency, tellsDiscounts),
          ...(isHidden ? { inStock: false } : stockOfProduct(row, reader)),
          variants: [],
        }),
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

function typeOf(row: Row<Field>): string {
  return row.get('type').toLowerCase();
}

/** Files made for the import have no ids; there the SKU is one. */
function idField(row: Row<Field>): 'productId' | 'sku' {
  return row.get('productId') === '' && row.get('sku') !== '' ? 'sku' : 'productId';
}

/** Of rows below a product only its variations say what is sent. */
function refuseOthers(
  rows: Rows<Field>,
  [first, second]: readonly Row<Field>[],
  reader: CellReader,
): void {
  for (const row of rows) {
    if (typeOf(row) === 'product' || typeOf(row).startsWith('product_')) continue;
    const message = `expected product, product_option or product_variation, got "${row.get('type')}"`;
    reader.faults.push(row.fault('type', message));
  }
  if (first === undefined) {
    reader.faults.push(rows[0].fault('type', 'no row of the input is the product itself'));
  } else if (second !== undefined) {
    const message = `is that of the product ${first.seenFrom(second)} too`;
    reader.faults.push(second.fault(idField(second), message));
  }
}

/** What the row of the product says for all of its variations. */
interface Base {
  readonly row: Row<Field>;
  readonly price: Price;
  readonly productId: string;
}

function readVariant(row: Row<Field>, base: Base, settings: Settings, reader: CellReader): Variant {
  const options = row.family(optionNamed).map(([name, value]) => ({ name, value }));
  const values = options.map(({ value }) => value);
  const sku = reader.id(row, 'variationSku');
  const own = priceOf(row, settings, reader);
  const special = {
    priceCents: reader.money(row, 'variationPrice', settings.currency),
    compareAtPriceCents: reader.money(row, 'variationCompareAt', settings.currency),
  };
  return {
    variantId: idByOptions(base.productId, values),
    title: values.join(' / ') || base.row.get('name'),
    ...(sku !== undefined && { sku: codeWithoutApostrophe(sku) }),
    ...discounted({ ...base.price, ...own, ...withoutHoles(special) }),
    ...stockOfVariation(row, base.row, reader),
    options,
  };
}

/** As the row has them: what stands there as the price before may be below the price. */
function priceOf(row: Row<Field>, settings: Settings, reader: CellReader): Price {
  return withoutHoles({
    priceCents: reader.money(row, 'price', settings.currency),
    compareAtPriceCents: reader.money(row, 'compareAt', settings.currency),
  });
}

function withoutHoles({
  priceCents,
  compareAtPriceCents,
}: Readonly<Record<keyof Price, number | undefined>>): Price {
  return {
    ...(priceCents !== undefined && { priceCents }),
    ...(compareAtPriceCents !== undefined && { compareAtPriceCents }),
  };
}

function discounted({ priceCents, compareAtPriceCents = 0 }: Price): Price {
  if (priceCents === undefined) return {};
  return { priceCents, ...(compareAtPriceCents > priceCents && { compareAtPriceCents }) };
}
