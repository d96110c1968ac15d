import { isRecord, type Variant } from 'sequenzy-contract';
import { listOf, stated } from '../../../documents/fields.ts';
import type { MemberReader } from '../../../documents/member-reader.ts';
import type { Fields } from '../../../documents/document.ts';
import { doubtful } from './columns.ts';
import type { Member } from './members.ts';

/** A variant without its price, whose currency is the product's business. */
export function readVariant({ fields, reader }: Member, productTitle: string): Variant {
  const sku = reader.text(fields, 'sku');
  const options = optionsOf(fields);
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
export function currencyOf({ fields, reader }: Member): string | undefined {
  return reader.text(fields, nameOf('currency', fields))?.toUpperCase();
}

/** Whether it has options in another form than the documented one. */
export function hasOddOptions({ fields: { options } }: Member): boolean {
  if (options === undefined || options === null) return false;
  const list: readonly unknown[] | undefined = Array.isArray(options) ? options : listOf(options);
  return list?.every((one) => isRecord(one) && isOption(one)) !== true;
}

function isOption({ optionName, value = null }: Fields): boolean {
  const isValue = value === null || typeof value === 'string' || typeof value === 'number';
  return typeof optionName === 'string' && isValue;
}

/** A value may be a number; one that is empty is none. */
function optionsOf({ options }: Fields): { readonly name: string; readonly value: string }[] {
  return (listOf(options) ?? []).flatMap(({ optionName, value }) => {
    const text = typeof value === 'number' ? String(value) : value;
    return typeof optionName === 'string' && typeof text === 'string' && text !== ''
      ? [{ name: optionName, value: text }]
      : [];
  });
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

/** Fields that the variants of a product say. */
export function fieldsOfVariants({ variants }: Fields): string[] {
  return stated(listOf(variants) ?? [], {
    sku: ['sku'],
    priceCents: ['price'],
    inventoryQuantity: doubtful.quantity,
  });
}
