import { isRecord, type Product, type Variant } from 'sequenzy-contract';
import { listOf } from '../../../documents/fields.ts';
import { MemberReader } from '../../../documents/member-reader.ts';
import { described } from '../../../kinds/products/described.ts';
import { priced, pricesOf, stockOf } from '../../../kinds/products/variants.ts';
import { isVariation, keyOf, variationIdsOf } from './document-links.ts';
import { readOffer, readVariant } from './variant-document.ts';
import type { Documents, Fields } from '../../../documents/document.ts';
import { type Mapped, type Settings, noObject } from '../../../kinds/products/source.ts';

/** One product of the REST API, with the variations that it lists by id. */
export function mapDocuments(documents: Documents, settings: Settings): Mapped {
  const first = new MemberReader(documents, settings);
  const all = documents.map(({ value }) => value).filter(isRecord);
  if (all.length === 0) return noObject(documents[0]);
  const variations = all.filter(isVariation);
  const [product, second] = all.filter((one) => !isVariation(one));
  if (product === undefined) return withoutProduct(variations, first);
  const reader = first.about(product);
  if (second !== undefined)
    reader.about(second).fault('id', 'is that of another product of the input too');
  const status = reader.text(product, 'status') ?? 'publish';
  const variants = variations.map((one) => readVariant(one, product, reader.about(one)));
  refuseIncomplete(product, variations, reader);
  const productId = reader.id(product, 'id');
  const isParent = variationIdsOf(product).length > 0 || variations.length > 0;
  const { price, inStock } = readOffer(product, reader);
  const isOnSale = status === 'publish';
  const mapped: Partial<Product> = {
    ...(productId !== undefined && { productId }),
    title: reader.text(product, 'name') ?? '',
    ...shownBy(product, settings, reader),
    ...createdAt(product, reader),
    ...priced(price, settings.currency, !isParent),
    ...(inStock !== undefined && { inStock: isOnSale && inStock }),
    ...ofVariants(variants, isParent, isOnSale, settings),
  };
  return {
    key: productId,
    product: mapped,
    faults: reader.faults,
    variants: variants.length,
    ...(!isOnSale && !settings.includeUnpublished && { skip: status }),
    notes: notesOf(mapped, isParent && variants.length === 0),
  };
}

/** What has its variations elsewhere has its price there. */
function notesOf({ priceCents }: Partial<Product>, lacksVariations: boolean): string[] {
  if (lacksVariations) return ['withoutVariations'];
  return priceCents === undefined ? ['withoutPrice'] : [];
}

/** A product that has variations, none of which is in the input, keeps those that are stored. */
function ofVariants(
  variants: readonly Variant[],
  isParent: boolean,
  isOnSale: boolean,
  { currency }: Settings,
): Partial<Product> {
  if (!isParent) return { variants: [] };
  return { ...pricesOf(variants, currency, true), ...stockOf(variants, isOnSale) };
}

/** A list with some of them would delete the others. */
function refuseIncomplete(
  product: Fields,
  variations: readonly Fields[],
  reader: MemberReader,
): void {
  if (variations.length === 0) return;
  const given = new Set(variations.map(({ id }) => String(id)));
  const missing = variationIdsOf(product).filter((id) => !given.has(id));
  if (missing.length > 0) {
    reader.fault('variations', `not in the input: ${missing.join(', ')}`);
  }
  if (given.size < variations.length) reader.fault('variations', 'two have the same id');
}

function withoutProduct(variations: readonly Fields[], reader: MemberReader): Mapped {
  const [first] = variations;
  const key = (first === undefined ? undefined : keyOf(first)) ?? '';
  reader.fault('id', `no product of the input lists this variation (${key})`);
  return { key: undefined, product: {}, faults: reader.faults, variants: variations.length };
}

function shownBy(
  product: Fields,
  { empty }: Settings,
  reader: MemberReader,
): Pick<Product, 'description' | 'imageUrl' | 'url'> {
  const keys = ['description', 'short_description'];
  const htmls = keys.map((key) => reader.text(product, key) ?? '');
  const image = listOf(product['images'])?.[0]?.['src'];
  const url = reader.text(product, 'external_url') ?? reader.text(product, 'permalink');
  return {
    ...described(htmls, empty === 'clear'),
    ...(typeof image === 'string' && { imageUrl: image }),
    ...(url !== undefined && { url }),
  };
}

/** The time is in UTC, and does not say so. */
function createdAt(product: Fields, reader: MemberReader): Pick<Product, 'providerCreatedAt'> {
  const at = reader.text(product, 'date_created_gmt');
  return at === undefined ? {} : { providerCreatedAt: `${at}Z` };
}
