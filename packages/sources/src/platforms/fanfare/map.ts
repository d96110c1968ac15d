import type { Product } from 'sequenzy-contract';
import { isFields, listOf, noObject } from '../../json/fields.ts';
import { MemberReader } from '../../json/member-reader.ts';
import { pricesOf } from '../../product/prices.ts';
import { stockOf } from '../../product/stock.ts';
import type { Documents, Fields, Mapped, Settings } from '../../source.ts';
import { pricesOfVariants } from './prices.ts';
import { readVariant } from './variant-document.ts';

/** A product with the variants and media assets that were included. */
export function mapDocuments(documents: Documents, settings: Settings): Mapped {
  // A product that changes while the list is read may stand on two pages: the later one is newer.
  const document = documents.at(-1) ?? documents[0];
  const product = document.value;
  if (!isFields(product)) return noObject(document.line);
  const reader = new MemberReader(document, settings);
  const productId = reader.id(product, 'id');
  const title = reader.text(product, 'name');
  const given = listOf(product['variants']);
  const offered = (given ?? []).filter(({ archived }) => archived !== true);
  const { currency, prices, leftOut, faults } = pricesOfVariants(
    product,
    offered,
    document,
    settings,
  );
  const variants = offered.map((one, at) => ({
    ...readVariant(one, title ?? '', reader),
    ...prices[at],
  }));
  const isArchived = product['archived'] === true;
  const mapped: Partial<Product> = {
    ...(productId !== undefined && { productId }),
    ...(title !== undefined && { title }),
    ...describedBy(product, settings, reader),
    ...createdAt(product, reader),
    ...pricesOf(variants, currency, false),
    ...(given !== undefined && { variants }),
    ...stockOf(variants, !isArchived),
  };
  return {
    key: productId,
    product: mapped,
    faults: [...reader.faults, ...faults],
    variants: variants.length,
    ...(isArchived && !settings.includeUnpublished && { skip: 'archived' }),
    notes: [
      ...documents.slice(1).map(() => 'repeated'),
      ...Array<string>(leftOut).fill('otherCurrency'),
      ...variants.filter(({ inStock }) => inStock === undefined).map(() => 'unknownStock'),
    ],
  };
}

/** The id of a product. */
export function keyOf({ id }: Fields): string | undefined {
  return typeof id === 'string' ? id : undefined;
}

function describedBy(
  product: Fields,
  { empty }: Settings,
  reader: MemberReader,
): Pick<Product, 'description' | 'imageUrl' | 'url'> {
  const description = reader.text(product, 'description');
  const url = reader.text(product, 'url');
  const imageUrl = imageOf(product);
  const isCleared = (key: string): boolean => empty === 'clear' && key in product;
  return {
    ...(description !== undefined && { description }),
    ...(description === undefined && isCleared('description') && { description: null }),
    ...(imageUrl !== undefined && { imageUrl }),
    ...(imageUrl === undefined && isCleared('productMediaAssets') && { imageUrl: null }),
    ...(url !== undefined && { url }),
  };
}

/** The address of the asset with the lowest position; lists are not in that order. */
function imageOf({ productMediaAssets }: Fields): string | undefined {
  const placed = (listOf(productMediaAssets) ?? []).flatMap(({ position, mediaAsset }) => {
    if (!isFields(mediaAsset) || mediaAsset['archived'] === true) return [];
    const { publicUrl } = mediaAsset;
    if (typeof publicUrl !== 'string' || publicUrl === '') return [];
    return [{ position: typeof position === 'number' ? position : Infinity, publicUrl }];
  });
  const [first] = placed.toSorted((one, other) => one.position - other.position);
  return first?.publicUrl;
}

function createdAt(product: Fields, reader: MemberReader): Pick<Product, 'providerCreatedAt'> {
  const at = reader.text(product, 'createdAt');
  return at === undefined ? {} : { providerCreatedAt: at };
}
