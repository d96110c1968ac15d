import type { Product, Variant } from 'sequenzy-contract';
import { describedBy } from '../../../kinds/products/described.ts';
import { pageAt } from '../../../kinds/products/page.ts';
import {
  priced,
  pricesOf,
  stockOf,
  refuseRepeatedIds,
  salePrice,
  type Price,
} from '../../../kinds/products/variants.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import type { Field } from './columns.ts';
import { variationsOf, type Variation } from './variations.ts';

/** One product out of its row and those of the variations that it names. Rows of store views are passed over. */
export function mapRows(rows: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  const own = rows.filter((row) => row.get('storeView') === '');
  const parents = own.filter((row) => row.get('variations') !== '');
  const [parent = rows[0], second] = parents.length > 0 ? parents : own;
  if (own.length === 0) {
    const message = 'every row of this product is of a store view, none is the product itself';
    reader.faults.push(parent.fault('storeView', message));
  } else if (second !== undefined) {
    const message = `is that of the row ${parent.seenFrom(second)} too`;
    reader.faults.push(second.fault('sku', message));
  }
  const isOnline = isEnabled(parent, reader);
  const children = own.filter((row) => !parents.includes(row));
  const isParent = parent.get('variations') !== '';
  const variants = isParent ? readVariants(parent, children, settings, reader) : [];
  const productId = reader.required(parent, 'sku') && reader.id(parent, 'sku');
  const inStock = reader.boolean(parent, 'inStock');
  const price = readPrice(parent, settings, reader);
  const product: Product = {
    productId: productId ?? '',
    title: own.length === 0 ? '' : (reader.required(parent, 'name') ?? ''),
    ...describedBy(parent, 'description', settings, 'shortDescription'),
    ...imageOf(parent),
    ...pageOf(parent, settings),
    ...priced(price, settings.currency, true),
    ...pricesOf(variants, settings.currency, true),
    ...(variants.length > 0
      ? stockOf(variants, isOnline && inStock !== false)
      : { ...(inStock !== undefined && { inStock: isOnline && inStock }), variants: [] }),
  };
  const skip = isOnline ? hiddenOf(parent) : 'disabled';
  return {
    key: productId,
    product,
    faults: reader.faults,
    variants: variants.length,
    ...skipped(skip, settings),
    notes: notesOf(rows, parent, product),
  };
}

/** What cannot be seen by itself is part of something else, and no product in any case. */
function skipped(skip: string | undefined, settings: Settings): Pick<Mapped, 'skip'> {
  const isIncluded = skip === 'disabled' && settings.includeUnpublished;
  return skip === undefined || isIncluded ? {} : { skip };
}

function hiddenOf(row: Row<Field>): string | undefined {
  const isHidden = row.get('visibility').toLowerCase() === 'not visible individually';
  return isHidden ? 'not visible' : undefined;
}

/** Source: `product_url_suffix` of the default configuration (app/code/Magento/Catalog/etc/config.xml). */
const pageSuffix = '.html';

function pageOf(row: Row<Field>, settings: Settings): Pick<Product, 'url'> {
  const key = row.get('urlKey');
  return key === '' ? {} : pageAt(settings, `${key}${pageSuffix}`);
}

/** A path inside the shop is not an address. */
function imageOf(row: Row<Field>): Pick<Product, 'imageUrl'> {
  const image = row.get('baseImage');
  return /^https?:\/\//.test(image) ? { imageUrl: image } : {};
}

function notesOf(rows: Rows<Field>, parent: Row<Field>, product: Product): string[] {
  const views = rows.filter((row) => row.get('storeView') !== '').map(() => 'storeView');
  const image = parent.get('baseImage');
  const isPath = image !== '' && image !== 'no_selection' && !/^https?:\/\//.test(image);
  return [
    ...views,
    ...('url' in product ? ['madePage'] : []),
    ...(isPath ? ['imagePath'] : []),
    ...(parent.get('price') === '' && product.priceCents === undefined ? ['withoutPrice'] : []),
  ];
}

/** Every variation that the parent names, each out of the row with its SKU. */
function readVariants(
  parent: Row<Field>,
  children: readonly Row<Field>[],
  settings: Settings,
  reader: CellReader,
): Variant[] {
  refuseRepeatedIds(
    children.map((row) => ({ row, id: row.get('sku') })),
    'sku',
    reader,
  );
  const rows = new Map(children.map((row) => [row.get('sku'), row]));
  const variants = variationsOf(parent).map((variation) => {
    const row = rows.get(variation.sku);
    if (row !== undefined) return readVariant(variation, row, settings, reader);
    const message = `"${variation.sku}" is a variation, and no row of the input, or another product's`;
    reader.faults.push(parent.fault('variations', message));
    return undefined;
  });
  return withDistinctTitles(
    variants.filter((variant) => variant !== undefined),
    rows,
  );
}

function readVariant(
  { sku, options }: Variation,
  row: Row<Field>,
  settings: Settings,
  reader: CellReader,
): Variant {
  const inStock = isEnabled(row, reader) ? reader.boolean(row, 'inStock') : false;
  const quantity = readQuantity(row, reader);
  return {
    variantId: reader.id(row, 'sku') ?? sku,
    title: options.map(({ value }) => value).join(' / ') || row.get('name'),
    sku,
    ...readPrice(row, settings, reader),
    ...(inStock !== undefined && { inStock }),
    ...(quantity !== undefined && { inventoryQuantity: quantity }),
    options: [...options],
  };
}

/** Where the parent leaves out what sets variations apart, their own names say it. */
function withDistinctTitles(
  variants: readonly Variant[],
  rows: ReadonlyMap<string, Row<Field>>,
): Variant[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { title } of variants) (seen.has(title) ? repeated : seen).add(title);
  return variants.map((variant) =>
    repeated.has(variant.title)
      ? { ...variant, title: rows.get(variant.variantId)?.get('name') ?? variant.title }
      : variant,
  );
}

function readPrice(row: Row<Field>, settings: Settings, reader: CellReader): Price {
  const regular = reader.money(row, 'price', settings.currency);
  const special = reader.money(row, 'specialPrice', settings.currency);
  const isOn = special !== undefined && reader.isWithin(row, 'specialFrom', 'specialTo', settings);
  return salePrice(regular, isOn ? special : undefined);
}

/** Undefined where the shop does not count, or counts in fractions. */
function readQuantity(row: Row<Field>, reader: CellReader): number | undefined {
  const isConfigured = reader.boolean(row, 'usesConfiguredStock') !== false;
  if (!isConfigured && reader.boolean(row, 'managesStock') === false) return undefined;
  const text = row.get('quantity');
  if (text === '') return undefined;
  const [, whole, fraction = ''] = /^(-?\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const quantity = whole === undefined ? Number.NaN : Number(whole);
  if (!Number.isSafeInteger(quantity)) {
    reader.faults.push(row.fault('quantity', `expected a number, got "${text}"`));
    return undefined;
  }
  return /[1-9]/.test(fraction) ? undefined : quantity + 0; // no -0
}

/** 1 is enabled, 2 is not. */
function isEnabled(row: Row<Field>, reader: CellReader): boolean {
  const online = row.get('online');
  if (!['', '0', '1', '2'].includes(online)) {
    reader.faults.push(row.fault('online', `expected 1 or 2, got "${online}"`));
  }
  return online !== '0' && online !== '2';
}
