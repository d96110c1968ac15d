import { isRecord, type Variant } from 'sequenzy-contract';
import { listOf, stated } from '../../../documents/fields.ts';
import type { MemberReader } from '../../../documents/member-reader.ts';
import { salePrice, type Price } from '../../../kinds/products/variants.ts';
import type { Fields } from '../../../documents/document.ts';
import { isVariation } from './document-links.ts';

/** What a product or variation says about price and stock. */
interface Offer {
  /** `price` is what the shop charges at the time of the export. */
  readonly price: Price;
  readonly inStock: boolean | undefined;
  /** Undefined where it is not counted, or counted for all variations together. */
  readonly quantity: number | undefined;
}

const stocks = new Map([
  ['instock', true],
  ['outofstock', false],
  ['onbackorder', true],
]);

export function readOffer(fields: Fields, reader: MemberReader): Offer {
  const stock = reader.text(fields, 'stock_status');
  const inStock = stocks.get(stock ?? '');
  if (stock !== undefined && inStock === undefined) {
    const message = `expected instock, outofstock or onbackorder, got "${stock}"`;
    reader.fault('stock_status', message);
  }
  const current = reader.money(fields, 'price');
  const regular = reader.money(fields, 'regular_price');
  return {
    price: current === undefined ? {} : salePrice(regular ?? current, current),
    inStock,
    quantity:
      fields['manage_stock'] === true ? reader.integer(fields, 'stock_quantity') : undefined,
  };
}

export function readVariant(fields: Fields, product: Fields, reader: MemberReader): Variant {
  const { price, inStock, quantity } = readOffer(fields, reader);
  const isOff = (reader.text(fields, 'status') ?? 'publish') !== 'publish';
  const sku = reader.text(fields, 'sku');
  const options = (listOf(fields['attributes']) ?? []).flatMap(({ name, option }) =>
    typeof name === 'string' && typeof option === 'string' && option !== ''
      ? [{ name, value: option }]
      : [],
  );
  const image = isRecord(fields['image']) ? fields['image']['src'] : undefined;
  const joined = options.map(({ value }) => value).join(' / ');
  return {
    variantId: reader.id(fields, 'id') ?? '',
    title: joined || (reader.text(fields, 'name') ?? reader.text(product, 'name') ?? ''),
    ...(sku !== undefined && { sku }),
    ...price,
    ...(typeof image === 'string' && { imageUrl: image }),
    ...(isOff ? { inStock: false } : inStock !== undefined && { inStock }),
    ...(quantity !== undefined && { inventoryQuantity: quantity }),
    options,
  };
}

/** Fields that a document says where it is a variation. */
export function fieldsOfVariations(document: Fields): string[] {
  return stated(isVariation(document) ? [document] : [], {
    sku: ['sku'],
    priceCents: ['price', 'regular_price'],
    compareAtPriceCents: ['sale_price'],
    imageUrl: ['image'],
    inventoryQuantity: ['manage_stock'],
  });
}
