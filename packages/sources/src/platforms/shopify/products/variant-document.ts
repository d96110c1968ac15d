import { isRecord, type Variant } from 'sequenzy-contract';
import { listOf, stated } from '../../../documents/fields.ts';
import type { MemberReader } from '../../../documents/member-reader.ts';
import { salePrice } from '../../../kinds/products/variants.ts';
import type { Fields } from '../../../documents/document.ts';
import type { ReadAmount } from './amounts.ts';
import { availableIn } from './available.ts';
import { numberOf } from './global-ids.ts';
import { addressOf } from './image.ts';

/** A variant as REST, GraphQL, the storefront or a theme writes it. */
export function readVariant(
  fields: Fields,
  product: Fields,
  productTitle: string,
  reader: MemberReader,
  amount: ReadAmount,
): Variant {
  const options = optionsOf(fields, product);
  const [only] = options;
  const hasNone = options.length === 1 && only?.value.toLowerCase() === 'default title';
  const price = amount(fields, 'price', reader);
  const before =
    amount(fields, 'compare_at_price', reader) ?? amount(fields, 'compareAtPrice', reader);
  const sku = reader.text(fields, 'sku');
  const quantity =
    reader.integer(fields, 'inventory_quantity') ?? reader.integer(fields, 'inventoryQuantity');
  const isCounted = countedOf(fields);
  const title = hasNone
    ? undefined
    : options.map(({ value }) => value).join(' / ') || reader.text(fields, 'title');
  const inStock = availableIn(fields, reader) ?? inStockOf(fields, quantity, isCounted);
  return {
    variantId: numberOf(reader.id(fields, 'id')) ?? '',
    title: title ?? productTitle,
    ...(sku !== undefined && { sku }),
    ...(before !== undefined
      ? salePrice(before > (price ?? 0) ? before : price, price)
      : salePrice(price, undefined)),
    ...imageOf(fields),
    ...(inStock !== undefined && { inStock }),
    ...(quantity !== undefined && isCounted !== false && { inventoryQuantity: quantity }),
    options: hasNone ? [] : options,
  };
}

function optionsOf(fields: Fields, product: Fields): { name: string; value: string }[] {
  const selected = listOf(fields['selectedOptions']);
  if (selected !== undefined) {
    return selected.map(({ name, value }) => ({ name: String(name), value: String(value) }));
  }
  const options: readonly unknown[] = Array.isArray(product['options']) ? product['options'] : [];
  const names = options.map((one) => (isRecord(one) ? one['name'] : one));
  return [1, 2, 3].flatMap((number) => {
    const value = fields[`option${String(number)}`];
    if (typeof value !== 'string' || value === '') return [];
    const name = names[number - 1];
    return [{ name: typeof name === 'string' ? name : `Option ${String(number)}`, value }];
  });
}

/** Whether the shop counts: undefined where the export does not say. */
function countedOf(fields: Fields): boolean | undefined {
  if ('inventory_management' in fields) return fields['inventory_management'] !== null;
  const item = fields['inventoryItem'];
  return isRecord(item) && typeof item['tracked'] === 'boolean' ? item['tracked'] : undefined;
}

function inStockOf(
  fields: Fields,
  quantity: number | undefined,
  isCounted: boolean | undefined,
): boolean | undefined {
  const policy = fields['inventory_policy'] ?? fields['inventoryPolicy'];
  const sellsOn = typeof policy === 'string' && policy.toLowerCase() === 'continue';
  if (isCounted === false || sellsOn) return true;
  return quantity === undefined ? undefined : quantity > 0;
}

function imageOf(fields: Fields): Pick<Variant, 'imageUrl'> {
  const imageUrl = addressOf(fields['image'] ?? fields['featured_image']);
  return imageUrl === undefined ? {} : { imageUrl };
}

/** What a variant's keys say, by the field. The image of `image_id` is not read. */
const variantKeys = {
  sku: ['sku'],
  priceCents: ['price'],
  compareAtPriceCents: ['compare_at_price', 'compareAtPrice'],
  imageUrl: ['image', 'featured_image'],
  inventoryQuantity: ['inventory_quantity', 'inventoryQuantity'],
};

/** Fields that the variants of a document say, or the document where it is one. */
export function fieldsOfVariants(document: Fields): string[] {
  const isBeside = document['__parentId'] !== undefined;
  return stated(isBeside ? [document] : (listOf(document['variants']) ?? []), variantKeys);
}
