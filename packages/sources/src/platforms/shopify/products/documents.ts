import { isRecord, type Product, type Variant } from 'sequenzy-contract';
import { listOf } from '../../../documents/fields.ts';
import { MemberReader } from '../../../documents/member-reader.ts';
import { noProduct } from '../../../kinds/products/catalog.ts';
import { described } from '../../../kinds/products/described.ts';
import { pageAt } from '../../../kinds/products/page.ts';
import { priced, pricesOf, stockOf } from '../../../kinds/products/variants.ts';
import { amountsOf, type ReadAmount } from './amounts.ts';
import { availableIn } from './available.ts';
import { numberOf, kindOf } from './global-ids.ts';
import { addressOf } from './image.ts';
import { readVariant } from './variant-document.ts';
import type { Documents, Fields } from '../../../documents/document.ts';
import { type Mapped, type Settings, noObject } from '../../../kinds/products/source.ts';

/**
 * A product of the Admin API (REST or GraphQL with everything inside, or a bulk export with its variants and images beside
 * it), of the storefront or of a theme.
 */
export function mapDocuments(documents: Documents, settings: Settings): Mapped {
  const first = new MemberReader(documents, settings);
  const all = documents.map(({ value }) => value).filter(isRecord);
  if (all.length === 0) return noObject(documents[0]);
  const products = all.filter((one) => one['__parentId'] === undefined);
  const [product, second] = products;
  if (product === undefined) return withoutProduct(all, first);
  const reader = first.about(product);
  if (second !== undefined)
    reader.about(second).fault('id', 'is that of another product of the input too');
  const productId = numberOf(reader.id(product, 'id'));
  const title = reader.text(product, 'title');
  const amount = amountsOf(product, settings);
  const variants = variantsOf(product, all, title ?? '', reader, amount);
  const obstacle = obstacleOf(product, reader);
  const mapped: Partial<Product> = {
    ...(productId !== undefined && { productId }),
    ...(title !== undefined && { title }),
    ...descriptionOf(product, settings, reader),
    ...imageOf(product, all),
    ...urlOf(product, settings, reader),
    ...createdAt(product, reader),
    ...(variants === undefined
      ? ownPrice(product, settings, reader, amount)
      : pricesOf(variants, settings.currency, true)),
    ...(variants !== undefined && { variants: [...variants] }),
    ...availabilityOf(product, reader),
    ...stockOf(variants ?? [], obstacle === undefined),
  };
  return {
    key: productId,
    product: mapped,
    faults: reader.faults,
    variants: variants?.length ?? 0,
    ...(obstacle !== undefined && !settings.includeUnpublished && { skip: obstacle }),
  };
}

/** What hangs on something else than a product is left out; a variant needs the product it belongs to. */
function withoutProduct(all: readonly Fields[], reader: MemberReader): Mapped {
  const variants = all.filter((one) => kindOf(one['id']) === 'ProductVariant').length;
  const [{ __parentId: parent } = {}] = all;
  const isOfProduct = kindOf(parent) === 'Product';
  if (isOfProduct) reader.fault('__parentId', `no document of the input is "${String(parent)}"`);
  return {
    key: undefined,
    product: {},
    faults: reader.faults,
    variants,
    ...(!isOfProduct && { skip: noProduct }),
  };
}

/** Undefined where the export was not asked for variants: the stored ones are kept. */
function variantsOf(
  product: Fields,
  all: readonly Fields[],
  title: string,
  reader: MemberReader,
  amount: ReadAmount,
): Variant[] | undefined {
  const beside = all.filter((one) => one !== product && kindOf(one['id']) === 'ProductVariant');
  const inside = listOf(product['variants']);
  if (hasMore(product['variants'])) {
    const message = 'has more pages than the input: query more of them, or use a bulk operation';
    reader.fault('variants', message);
  }
  if (inside === undefined && beside.length === 0) return undefined;
  const read = [...(inside ?? []), ...beside].map((one) =>
    readVariant(one, product, title, reader.about(one), amount),
  );
  const ids = new Set(read.map(({ variantId }) => variantId));
  if (ids.size < read.length) reader.fault('variants', 'two variants have the same id');
  return read;
}

/** Whether a list of GraphQL is only a part: sent as the whole, it would delete the other variants. */
function hasMore(list: unknown): boolean {
  const page = isRecord(list) ? list['pageInfo'] : undefined;
  return isRecord(page) && page['hasNextPage'] === true;
}

/** A result of a search has a price and no variants. */
function ownPrice(
  product: Fields,
  { currency }: Settings,
  reader: MemberReader,
  amount: ReadAmount,
): Pick<Product, 'priceCents' | 'compareAtPriceCents' | 'currency'> {
  const priceCents = amount(product, 'price', reader);
  return priced({ priceCents }, currency, false);
}

function availabilityOf(product: Fields, reader: MemberReader): Pick<Product, 'inStock'> {
  const inStock = availableIn(product, reader);
  return inStock === undefined ? {} : { inStock };
}

function obstacleOf(product: Fields, reader: MemberReader): string | undefined {
  const status = reader.text(product, 'status')?.toLowerCase();
  if (status === 'draft' || status === 'archived') return status;
  return product['published_at'] === null || product['publishedAt'] === null
    ? 'unpublished'
    : undefined;
}

function descriptionOf(
  product: Fields,
  { empty }: Settings,
  reader: MemberReader,
): Pick<Product, 'description'> {
  const key = ['body_html', 'descriptionHtml', 'bodyHtml', 'description', 'body'].find(
    (one) => one in product,
  );
  if (key === undefined) return {};
  return described([reader.text(product, key) ?? ''], empty === 'clear');
}

function imageOf(product: Fields, all: readonly Fields[]): Pick<Product, 'imageUrl'> {
  const beside = all.filter((one) => kindOf(one['id'])?.endsWith('Image') === true);
  const images = product['images'];
  const inside = listOf(images) ?? [];
  const first = inside.toSorted((a, b) => positionOf(a) - positionOf(b));
  const addresses = Array.isArray(images) ? images.filter((one) => typeof one === 'string') : [];
  const media = listOf(product['media']) ?? [];
  const featured = ['featuredImage', 'featuredMedia', 'featured_image', 'image'].map(
    (key) => product[key],
  );
  const imageUrl = [...featured, ...first, ...addresses, ...media, ...beside]
    .map(addressOf)
    .find((address) => address !== undefined);
  return imageUrl === undefined ? {} : { imageUrl };
}

function positionOf({ position }: Fields): number {
  return typeof position === 'number' ? position : Infinity;
}

function urlOf(product: Fields, settings: Settings, reader: MemberReader): Pick<Product, 'url'> {
  const url = reader.text(product, 'onlineStoreUrl');
  const handle = reader.text(product, 'handle');
  return url === undefined ? pageAt(settings, 'products', handle) : { url };
}

function createdAt(product: Fields, reader: MemberReader): Pick<Product, 'providerCreatedAt'> {
  const at = reader.text(product, 'created_at') ?? reader.text(product, 'createdAt');
  return at === undefined ? {} : { providerCreatedAt: at };
}
