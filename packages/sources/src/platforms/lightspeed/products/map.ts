import type { Variant } from 'sequenzy-contract';
import { describedBy } from '../../../kinds/products/described.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import {
  optionsOf,
  priced,
  pricesOf,
  stockOf,
  variantOfEach,
} from '../../../kinds/products/variants.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { codeWithoutApostrophe } from '../../../text/apostrophe.ts';
import { optionColumns, type Field } from './columns.ts';
import { readStock } from './stock.ts';

/** One product out of the rows with its handle: each is a variant, or the only one. */
export function mapRows(rows: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  const parts = rows.filter(isPart);
  const [first = rows[0], ...others] = rows.filter((row) => !isPart(row));
  const own: Rows<Field> = [first, ...others];
  const inactive = own.filter((row) => reader.boolean(row, 'active') === false);
  const isOff = inactive.length === own.length;
  const productId = reader.id(first, 'handle');
  const read = variantOfEach(own, 'sku', reader, (row) => readVariant(row, own, settings, reader));
  const hasOptions = own.length > 1 || read.some(({ options }) => (options ?? []).length > 0);
  const product = {
    productId: productId ?? '',
    title: reader.required(first, 'name') ?? '',
    ...describedBy(first, 'description', settings),
    ...(hasOptions
      ? { ...pricesOf(read, settings.currency, false), ...stockOf(read, !isOff) }
      : withoutVariants(read, isOff, settings)),
  };
  return {
    key: productId,
    product,
    faults: reader.faults,
    variants: hasOptions ? read.length : 0,
    notes: parts.map(() => 'part'),
    ...(isOff && !settings.includeUnpublished && { skip: 'inactive' }),
  };
}

/** Names what a composite is made of, and is sold under another row. */
function isPart(row: Row<Field>): boolean {
  return row.get('compositeSku') !== '' && row.get('sku') === '';
}

function withoutVariants([only]: readonly Variant[], isOff: boolean, { currency }: Settings) {
  const inStock = isOff ? false : only?.inStock;
  return {
    ...priced({ priceCents: only?.priceCents }, currency, false),
    ...(typeof inStock === 'boolean' && { inStock }),
    variants: [],
  };
}

function readVariant(
  row: Row<Field>,
  product: Rows<Field>,
  settings: Settings,
  reader: CellReader,
): Variant {
  const options = optionsOf(row, product[0], optionColumns, reader);
  const sku = reader.id(row, 'sku');
  const priceCents = reader.money(row, 'price', settings.currency);
  const isActive = reader.boolean(row, 'active') !== false;
  const variantId = reader.id(row, 'id') ?? sku ?? reader.required(row, 'sku') ?? '';
  return {
    variantId,
    title: options.map(({ value }) => value).join(' / ') || row.get('name'),
    ...(sku !== undefined && { sku: codeWithoutApostrophe(sku) }),
    ...(priceCents !== undefined && { priceCents }),
    ...readStock(row, reader),
    ...(!isActive && { inStock: false }),
    options,
  };
}
