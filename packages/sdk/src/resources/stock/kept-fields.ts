import type { Product, StoredProduct, Variant } from 'sequenzy-contract';
import type { KeptField } from '../../delivery/kept-fields.ts';
import { sendable } from './apply-stock.ts';

export type KeptFields = Partial<Pick<Variant, KeptField>>;

/**
 * Fields that are kept, as far as they are: a compare-at price goes with its price or not at all.
 */
export function keepable(keep: readonly KeptField[]): readonly KeptField[] {
  const isPriceKept = keep.includes('priceCents');
  return keep.filter((name) => isPriceKept || name !== 'compareAtPriceCents');
}

/** Whether a variant of the product says nothing of a field that is kept; `null` says something. */
export function lacksFields({ variants = [] }: Product, keep: readonly KeptField[]): boolean {
  return variants.some((variant) => keep.some((name) => variant[name] === undefined));
}

/**
 * What a stored product has in fields that the source has no place for, by variantId. A price in a currency of its own, which an
 * upsert cannot say, is not kept.
 */
export function keptOf(
  { variants, currency }: StoredProduct,
  fields: readonly KeptField[],
): ReadonlyMap<string, KeptFields> {
  const kept = new Map<string, KeptFields>();
  for (const variant of fields.length === 0 ? [] : (variants ?? [])) {
    const isForeign = typeof variant.currency === 'string' && variant.currency !== currency;
    const whole = sendable(variant);
    const some = fields.filter((name) => !isForeign || !/price/i.test(name));
    const entries = some.flatMap((name) =>
      whole[name] === undefined ? [] : [[name, whole[name]]],
    );
    // Fields of a variant with the values they have there.
    kept.set(whole.variantId, Object.fromEntries(entries) as KeptFields);
  }
  return kept;
}
