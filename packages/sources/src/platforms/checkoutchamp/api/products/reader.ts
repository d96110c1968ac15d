import { isRecord } from 'sequenzy-contract';
import { MemberReader } from '../../../../documents/member-reader.ts';
import type { Documents, Fields } from '../../../../documents/document.ts';
import {
  defineSource,
  noObject,
  type Mapped,
  type Settings,
} from '../../../../kinds/products/source.ts';
import { canMean, isCurrencyMark } from '../../../../money/currency-mark.ts';

/** Reads base products, each made of what all campaigns say of it. */
export const productReader = defineSource({
  name: 'checkoutchamp',
  label: 'CheckoutChamp campaign list',
  marksUnpublished: true,
  documents: {
    required: ['productId', 'title', 'isActive'],
    fields: ['productId', 'title', 'price', 'currency', 'currencySymbol', 'sku'],
    envelopes: [],
    map: mapDocuments,
  },
});

function mapDocuments([document]: Documents, settings: Settings): Mapped {
  const { value } = document;
  if (!isRecord(value)) return noObject(document);
  const reader = new MemberReader([document], settings);
  const key = reader.id(value, 'productId');
  if (value['isActive'] === false && !settings.includeUnpublished) {
    return { key, product: {}, faults: [], variants: 0, skip: 'inactive' };
  }
  const currency = currencyOf(value, reader, settings);
  const priceCents = reader
    .readingWith({ ...settings, currency, decimal: '.' })
    .money(value, 'price');
  const described = ['description', 'imageUrl', 'url'].flatMap((name) => {
    const text = reader.text(value, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  const product = {
    ...(key !== undefined && { productId: key }),
    title: reader.text(value, 'title'),
    ...(priceCents !== undefined && { priceCents, currency }),
    ...(value['isActive'] === false && { inStock: false }),
    ...Object.fromEntries(described),
  };
  return { key, product, faults: reader.faults, variants: 0 };
}

/** Its code, else the one that the user says, unless the campaign has the sign of another currency. */
function currencyOf(product: Fields, reader: MemberReader, settings: Settings): string | undefined {
  const code = reader.text(product, 'currency')?.toUpperCase();
  if (code !== undefined) return code;
  const sign = reader.text(product, 'currencySymbol');
  const { currency } = settings;
  if (sign === undefined || currency === undefined || !isCurrencyMark(sign)) return currency;
  if (!canMean(sign, currency)) {
    reader.fault('currencySymbol', `is "${sign}", and prices would be read in ${currency}`);
  }
  return currency;
}
