import type { Variant } from 'sequenzy-contract';
import { listOf } from '../../json/fields.ts';
import type { MemberReader } from '../../json/member-reader.ts';
import type { Fields } from '../../source.ts';
import { doubtful } from './columns.ts';

/** A variant without its price, whose currency is the product's business. */
export function readVariant(fields: Fields, productTitle: string, reader: MemberReader): Variant {
  const sku = reader.text(fields, 'sku');
  const options = (listOf(fields['options']) ?? []).flatMap(({ optionName, value }) =>
    typeof optionName === 'string' && typeof value === 'string' && value !== ''
      ? [{ name: optionName, value }]
      : [],
  );
  const isOpen = policyOf(fields, reader) === 'open';
  const quantity = isOpen ? undefined : reader.integer(fields, nameOf('quantity', fields));
  const inStock = isOpen ? true : quantity === undefined ? undefined : quantity > 0;
  return {
    variantId: reader.id(fields, 'id') ?? '',
    title: options.map(({ value }) => value).join(' / ') || (sku ?? productTitle),
    ...(sku !== undefined && { sku }),
    ...(inStock !== undefined && { inStock }),
    ...(quantity !== undefined && { inventoryQuantity: quantity }),
    options,
  };
}

/** ISO 4217, where the variant names one. */
export function currencyOf(fields: Fields, reader: MemberReader): string | undefined {
  return reader.text(fields, nameOf('currency', fields))?.toUpperCase();
}

/** Source: docs.fanfare.io/concepts/products. */
function policyOf(fields: Fields, reader: MemberReader): string | undefined {
  const name = nameOf('inventoryPolicy', fields);
  const policy = reader.text(fields, name)?.toLowerCase();
  if (policy === undefined || policy === 'limited' || policy === 'open') return policy;
  reader.fault(name, `expected limited or open, got "${policy}"`);
  return undefined;
}

function nameOf(member: keyof typeof doubtful, fields: Fields): string {
  const names: readonly string[] = doubtful[member];
  return names.find((name) => name in fields) ?? member;
}
