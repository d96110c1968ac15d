import {
  isObject,
  type Product,
  type StoredProduct,
  type StoredVariant,
  type Variant,
} from 'sequenzy-contract';
import type { Difference } from '../delivery/outcome.ts';

/**
 * Every field that was sent and is not stored just so. Fields that were not sent are not looked at.
 *
 * @example
 * compareProduct({ productId: 'tee', title: 'Tee' }, await sequenzy.products.get('tee')); // [] where nothing differs
 */
export function compareProduct(sent: Product, stored: StoredProduct): Difference[] {
  const { productId, variants } = sent;
  const differences: Difference[] = [];
  compareFields({ key: productId, prefix: '', differences }, sent, stored);
  if (variants === undefined) return differences;
  const others = stored.variants ?? [];
  const isInOrder =
    variants.length === others.length &&
    variants.every(({ variantId }, at) => others[at]?.variantId === variantId);
  if (!isInOrder) return [...differences, ...compareVariants(productId, variants, others)];
  variants.forEach((variant, at) => {
    const prefix = `variants[${variant.variantId}].`;
    compareFields({ key: productId, prefix, differences }, variant, others[at] ?? {});
  });
  return differences;
}

function compareVariants(
  key: string,
  sent: readonly Variant[],
  stored: readonly StoredVariant[],
): Difference[] {
  const byId = new Map(stored.map((variant) => [variant.variantId, variant]));
  const differences = sent.flatMap(({ variantId, ...fields }): Difference[] => {
    const path = `variants[${variantId}]`;
    const echo = byId.get(variantId);
    byId.delete(variantId);
    if (echo === undefined) return [{ key, path, sent: fields, stored: undefined }];
    const differences: Difference[] = [];
    compareFields({ key, prefix: `${path}.`, differences }, fields, echo);
    return differences;
  });
  const extra = [...byId].map(([variantId, variant]): Difference => ({
    key,
    path: `variants[${variantId ?? ''}]`,
    sent: undefined,
    stored: variant,
  }));
  return [...differences, ...extra];
}

/** What tells one record from another, and what is compared in another way. */
const others: ReadonlySet<string> = new Set(['productId', 'variantId', 'variants']);

interface Comparison {
  readonly key: string;
  /** What stands before the name of a field. */
  readonly prefix: string;
  readonly differences: Difference[];
}

function compareFields(
  { key, prefix, differences }: Comparison,
  sent: object,
  stored: object,
): void {
  for (const name of Object.keys(sent)) {
    const value: unknown = Reflect.get(sent, name);
    const found: unknown = Reflect.get(stored, name);
    if (value === undefined || value === found) continue;
    if (others.has(name) || isSame(name, value, found)) continue;
    differences.push({ key, path: prefix + name, sent: value, stored: found });
  }
}

/** A cleared field may come back as null or not at all; an instant may come back in another spelling. */
function isSame(name: string, sent: unknown, stored: unknown): boolean {
  if (sent === null) return stored === null || stored === undefined;
  if (name === 'providerCreatedAt') return sameInstant(sent, stored);
  return typeof sent === 'object' ? sameList(sent, stored) : sent === stored;
}

function sameInstant(sent: unknown, stored: unknown): boolean {
  if (typeof sent !== 'string' || typeof stored !== 'string') return false;
  return Date.parse(sent) === Date.parse(stored);
}

/** Lists of options: name and value, in order. */
function sameList(sent: object, stored: unknown): boolean {
  if (!Array.isArray(sent)) return false;
  const others: unknown = stored ?? [];
  if (!Array.isArray(others) || others.length !== sent.length) return false;
  return (sent as object[]).every((option, at) => {
    const other: unknown = others[at];
    return (
      isObject(other) &&
      Object.keys(option).every((name) => Reflect.get(option, name) === Reflect.get(other, name))
    );
  });
}
