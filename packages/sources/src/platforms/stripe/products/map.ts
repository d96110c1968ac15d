import { isRecord, type Product, formatMoney, type Variant } from 'sequenzy-contract';
import { MemberReader } from '../../../documents/member-reader.ts';
import { noProduct } from '../../../kinds/products/catalog.ts';
import { priced } from '../../../kinds/products/variants.ts';
import type { Documents, Fields } from '../../../documents/document.ts';
import { type Mapped, type Settings, noObject } from '../../../kinds/products/source.ts';

/** One product out of its object and those of its prices. */
export function mapDocuments(documents: Documents, settings: Settings): Mapped {
  const first = new MemberReader(documents, settings);
  const all = documents.map(({ value }) => value).filter(isRecord);
  if (all.length === 0) return noObject(documents[0]);
  const prices = all.filter(({ object }) => object === 'price');
  const [product, second] = all.filter(({ object }) => object === 'product');
  if (product === undefined) return withoutProduct(prices, first);
  const reader = first.about(product);
  if (second !== undefined)
    reader.about(second).fault('id', 'is that of another product of the input too');
  const active = prices.filter((price) => price['active'] !== false);
  const fixed = active.flatMap((price) => readPrice(price, reader.about(price)) ?? []);
  const main = mainPrice(product, fixed);
  const offered = fixed.filter(({ currency }) => currency === main?.currency);
  const productId = reader.id(product, 'id');
  const mapped: Partial<Product> = {
    ...(productId !== undefined && { productId }),
    title: reader.text(product, 'name') ?? '',
    ...described(product, settings, reader),
    ...createdAt(product, reader),
    ...priced({ priceCents: main?.cents }, main?.currency, false),
    ...(prices.length > 0 && { variants: offered.map(variantOf) }),
  };
  const isLeftOut = product['active'] === false && !settings.includeUnpublished;
  return {
    key: productId,
    product: product['active'] === false ? { ...mapped, inStock: false } : mapped,
    faults: reader.faults,
    variants: offered.length,
    ...(isLeftOut && { skip: 'inactive' }),
    notes: [
      ...active.slice(fixed.length).map(() => 'noFixedPrice'),
      ...fixed.slice(offered.length).map(() => 'otherCurrency'),
    ],
  };
}

/** What is neither is passed over; a price needs its product. */
function withoutProduct(prices: readonly Fields[], reader: MemberReader): Mapped {
  const [price] = prices;
  if (price !== undefined) {
    reader.fault('product', `no document of the input is "${keyOf(price) ?? ''}"`);
  }
  return {
    key: undefined,
    product: {},
    faults: reader.faults,
    variants: prices.length,
    ...(price === undefined && { skip: noProduct }),
  };
}

/** The default price, else the lowest of those in the currency of the first. */
function mainPrice(product: Fields, prices: readonly FixedPrice[]): FixedPrice | undefined {
  const named = idOf(product['default_price']);
  const byDefault = prices.find(({ id }) => id === named);
  if (byDefault !== undefined) return byDefault;
  const same = prices.filter(({ currency }) => currency === prices[0]?.currency);
  return same.toSorted((a, b) => a.cents - b.cents)[0];
}

/** The id of the product to which an object belongs. */
export function keyOf(fields: Fields): string | undefined {
  if (fields['object'] === 'price') return idOf(fields['product']);
  return fields['object'] === 'product' ? idOf(fields) : undefined;
}

/** An object may stand where its id would. */
function idOf(value: unknown): string | undefined {
  const id = isRecord(value) ? value['id'] : value;
  return typeof id === 'string' ? id : undefined;
}

function described(
  product: Fields,
  { empty }: Settings,
  reader: MemberReader,
): Pick<Product, 'description' | 'imageUrl' | 'url'> {
  const description = reader.text(product, 'description');
  const url = reader.text(product, 'url');
  const images: readonly unknown[] = Array.isArray(product['images']) ? product['images'] : [];
  const [image] = images;
  const isCleared = (key: string): boolean => empty === 'clear' && key in product;
  return {
    ...(description !== undefined && { description }),
    ...(description === undefined && isCleared('description') && { description: null }),
    ...(typeof image === 'string' && { imageUrl: image }),
    ...(image === undefined && isCleared('images') && { imageUrl: null }),
    ...(url !== undefined && { url }),
  };
}

/** Seconds since 1970. */
function createdAt(product: Fields, reader: MemberReader): Pick<Product, 'providerCreatedAt'> {
  const created = reader.integer(product, 'created');
  if (created === undefined) return {};
  const date = new Date(created * 1000);
  if (!Number.isNaN(date.getTime())) return { providerCreatedAt: date.toISOString() };
  reader.fault('created', `${String(created)} is not a time`);
  return {};
}

/** A price that can be charged as it stands. */
interface FixedPrice {
  readonly id: string;
  /** Whole minor units, as the platform counts them. */
  readonly cents: number;
  readonly currency: string;
  readonly title: string;
}

/** Undefined where the amount is not fixed: tiers, or what the customer chooses. */
function readPrice(price: Fields, reader: MemberReader): FixedPrice | undefined {
  const id = reader.id(price, 'id');
  const cents = reader.integer(price, 'unit_amount');
  const currency = reader.text(price, 'currency')?.toUpperCase();
  if (id === undefined || cents === undefined || currency === undefined) return undefined;
  const title =
    reader.text(price, 'nickname') ??
    intervalOf(price['recurring']) ??
    `${formatMoney(cents, currency)} ${currency}`;
  return { id, cents, currency, title };
}

/** `{ interval: 'month', interval_count: 3 }` -> `every 3 months`. */
function intervalOf(recurring: unknown): string | undefined {
  if (!isRecord(recurring) || typeof recurring['interval'] !== 'string') return undefined;
  const { interval, interval_count: count = 1 } = recurring as {
    interval: string;
    interval_count?: unknown;
  }; // seen above
  return count === 1 ? interval : `every ${String(count)} ${interval}s`;
}

function variantOf({ id, cents, title }: FixedPrice): Variant {
  return { variantId: id, title, priceCents: cents, options: [] };
}
