import type { Product, Variant } from 'sequenzy-contract';
import { describedBy, picturedBy } from '../../../kinds/products/described.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import {
  idByOptions,
  priced,
  pricesOf,
  stockOf,
  variantOfEach,
} from '../../../kinds/products/variants.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { codeWithoutApostrophe } from '../../../text/apostrophe.ts';
import type { Field } from './columns.ts';
import { readOptions } from './options.ts';
import { readPrice, type Offer } from './price.ts';
import { readStock } from './stock.ts';

/** One product out of its row and those of its variants, images and videos below it. */
export function mapRows(rows: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  const [row, ...others] = rows;
  refuseOthers(rows, reader);
  const productId = reader.required(row, 'id') && reader.id(row, 'id');
  const listed = others.filter((one) => isItem(one, 'variant'));
  const [only] = listed;
  // What has no options has a single variant, which is the product itself.
  const base = only !== undefined && listed.length === 1 && only.get('options') === '' ? only : row;
  const offer = readPrice(row, undefined, settings, reader);
  const variants = variantOfEach(base === row ? listed : [], 'id', reader, (one) =>
    readVariant(one, { row, offer, productId: productId ?? '' }, settings, reader),
  );
  if (offer.priceCents === undefined && row.get('price') === '') reader.required(row, 'price');
  const isHidden = reader.boolean(row, 'visible') === false;
  const product: Product = {
    productId: productId ?? '',
    title: reader.required(row, 'name') ?? '',
    ...describedBy(row, 'description', settings),
    ...picturedBy(imageOf(others), row, 'image', settings),
    ...(row.get('url') !== '' && { url: row.get('url') }),
    ...(variants.length > 0
      ? { ...pricesOf(variants, settings.currency, true), ...stockOf(variants, !isHidden) }
      : {
          ...priced(
            base === row ? offer : readPrice(base, offer, settings, reader),
            settings.currency,
            true,
          ),
          ...(isHidden ? { inStock: false } : stockOfProduct(base, row, reader)),
          variants: [],
        }),
  };
  return {
    key: productId,
    product,
    faults: reader.faults,
    variants: variants.length,
    ...(isHidden && !settings.includeUnpublished && { skip: 'hidden' }),
  };
}

export function isItem(row: Row<Field>, item: 'product' | 'variant' | 'image' | 'video'): boolean {
  return row.get('item').toLowerCase() === item;
}

function refuseOthers([first, ...others]: Rows<Field>, reader: CellReader): void {
  if (!isItem(first, 'product')) {
    const message =
      others.length > 0 || /^(variant|image|video)$/i.test(first.get('item'))
        ? 'this row stands below no product: the rows are not in the order of the export'
        : `expected Product, Variant, Image or Video, got "${first.get('item')}"`;
    reader.faults.push(first.fault('item', message));
  }
  const second = others.find((row) => isItem(row, 'product'));
  if (second === undefined) return;
  reader.faults.push(second.fault('id', `is that of the product ${first.seenFrom(second)} too`));
}

/** What the row of the product says for all of its variants. */
interface Base {
  readonly row: Row<Field>;
  readonly offer: Offer;
  readonly productId: string;
}

function readVariant(row: Row<Field>, base: Base, settings: Settings, reader: CellReader): Variant {
  const options = readOptions(row, reader);
  const values = options.map(({ value }) => value);
  const sku = reader.id(row, 'sku');
  const { priceCents, compareAtPriceCents } = readPrice(row, base.offer, settings, reader);
  const imageUrl = row.get('variantImage');
  return {
    variantId: reader.id(row, 'id') ?? idByOptions(base.productId, values),
    title: values.join(' / ') || base.row.get('name'),
    ...(sku !== undefined && { sku: codeWithoutApostrophe(sku) }),
    ...(priceCents !== undefined && { priceCents }),
    ...(compareAtPriceCents !== undefined && { compareAtPriceCents }),
    ...(imageUrl !== '' && { imageUrl }),
    ...readStock(row, base.row, reader),
    options,
  };
}

function stockOfProduct(
  base: Row<Field>,
  row: Row<Field>,
  reader: CellReader,
): Pick<Product, 'inStock'> {
  const { inStock } = readStock(base, row, reader);
  return inStock === undefined ? {} : { inStock };
}

/** The thumbnail, else the first image. */
function imageOf(rows: readonly Row<Field>[]): string | undefined {
  const images = rows.filter((row) => isItem(row, 'image'));
  const thumbnail = images.find((row) => /^(true|y|yes|1)$/i.test(row.get('isThumbnail')));
  return [thumbnail, ...images]
    .flatMap((row) => [row?.get('image'), row?.get('imageToImport')])
    .find((address) => address !== undefined && address !== '');
}
