import type { Product, Variant } from 'sequenzy-contract';
import { describedBy, picturedBy } from '../../../kinds/products/described.ts';
import { priced, pricesOf, stockOf, refuseRepeatedIds } from '../../../kinds/products/variants.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import type { Field, OptionField } from './columns.ts';
import { readItem, type Item } from './item.ts';

/** One product out of the items of a group, or out of one that is in none. */
export function mapRows(rows: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  const [first] = rows;
  const items = rows.map((row) => readItem(row, settings, reader));
  refuseRepeatedIds(items, 'id', reader);
  refuseCurrencies(items, reader);
  const isGroup = first.get('itemGroupId') !== '';
  const productId = isGroup ? reader.id(first, 'itemGroupId') : items[0]?.id;
  const product = {
    productId: productId ?? '',
    title: reader.required(first, 'title') ?? '',
    ...describedBy(first, 'description', settings),
    ...picturedBy(first.get('imageLink'), first, 'imageLink', settings),
    ...linkedBy(first, settings),
    ...(isGroup ? ofGroup(items, first, reader) : ofItem(items[0], first)),
  };
  return {
    key: productId === '' ? undefined : productId,
    product,
    faults: reader.faults,
    variants: isGroup ? items.length : 0,
  };
}

function linkedBy(row: Row<Field>, settings: Settings): Pick<Product, 'url'> {
  if (row.get('link') !== '') return { url: row.get('link') };
  return settings.empty === 'clear' && row.has('link') ? { url: null } : {};
}

function ofItem(item: Item | undefined, row: Row<Field>): Partial<Product> {
  if (item === undefined) return {};
  return {
    ...priced(item.price, item.currency, row.has('salePrice')),
    ...(item.inStock !== undefined && { inStock: item.inStock }),
  };
}

function ofGroup(items: readonly Item[], row: Row<Field>, reader: CellReader): Partial<Product> {
  const variants = items.map((item) => variantOf(item, reader));
  return {
    ...pricesOf(variants, items[0]?.currency, row.has('salePrice')),
    ...stockOf(variants, true),
  };
}

const optionNames: Readonly<Record<OptionField, string>> = {
  color: 'Color',
  size: 'Size',
  material: 'Material',
  pattern: 'Pattern',
};

function variantOf({ row, id, price, inStock }: Item, reader: CellReader): Variant {
  const fields = Object.keys(optionNames) as OptionField[]; // the keys of its own type
  const options = fields.flatMap((field) => {
    const value = row.get(field);
    return value === '' ? [] : [{ name: optionNames[field], value }];
  });
  const imageUrl = row.get('imageLink');
  const joined = options.map(({ value }) => value).join(' / ');
  return {
    variantId: id,
    title: joined || (reader.required(row, 'title') ?? ''),
    ...price,
    ...(imageUrl !== '' && { imageUrl }),
    ...(inStock !== undefined && { inStock }),
    options,
  };
}

/** A product has one currency. */
function refuseCurrencies(items: readonly Item[], reader: CellReader): void {
  const first = items[0]?.currency;
  for (const { row, currency } of items) {
    if (currency === undefined || first === undefined || currency === first) continue;
    reader.faults.push(row.fault('price', `is not in ${first}, as the first item of the group is`));
  }
}
