import { isRecord, type Variant } from 'sequenzy-contract';
import { listOf } from '../../json/fields.ts';
import type { MemberReader } from '../../json/member-reader.ts';
import { salePrice } from '../../product/price.ts';
import type { Fields } from '../../source.ts';
import { numberOf } from './global-ids.ts';

/** A variant as REST or GraphQL writes it. */
export function readVariant(
  fields: Fields,
  product: Fields,
  productTitle: string,
  reader: MemberReader,
): Variant {
  const options = optionsOf(fields, product);
  const [only] = options;
  const hasNone = options.length === 1 && only?.value.toLowerCase() === 'default title';
  const price = reader.money(fields, 'price');
  const before = reader.money(fields, 'compare_at_price') ?? reader.money(fields, 'compareAtPrice');
  const sku = reader.text(fields, 'sku');
  const quantity =
    reader.integer(fields, 'inventory_quantity') ?? reader.integer(fields, 'inventoryQuantity');
  const isCounted = countedOf(fields);
  const title = hasNone
    ? undefined
    : options.map(({ value }) => value).join(' / ') || reader.text(fields, 'title');
  const inStock = inStockOf(fields, quantity, isCounted);
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
  const names = listOf(product['options']) ?? [];
  return [1, 2, 3].flatMap((number) => {
    const value = fields[`option${String(number)}`];
    if (typeof value !== 'string' || value === '') return [];
    const name = names[number - 1]?.['name'];
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

function imageOf({ image }: Fields): Pick<Variant, 'imageUrl'> {
  const address = isRecord(image) ? (image['url'] ?? image['src']) : undefined;
  return typeof address === 'string' ? { imageUrl: address } : {};
}
