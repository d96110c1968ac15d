import type { StoredProduct, Variant } from 'sequenzy-contract';
import type { KeptField } from '../../delivery/kept-fields.ts';
import { sendable } from './apply-stock.ts';

export type KeptFields = Partial<Pick<Variant, KeptField>>;

/**
 * What a stored product has in fields that the source has no place for, by variantId. A compare-at price goes with its
 * price or not at all, and a price in a currency of its own, which an upsert cannot say, does not.
 */
export function keptOf(
  { variants, currency }: StoredProduct,
  fields: readonly KeptField[],
): ReadonlyMap<string, KeptFields> {
  const kept = new Map<string, KeptFields>();
  for (const variant of fields.length === 0 ? [] : (variants ?? [])) {
    const isForeign = typeof variant.currency === 'string' && variant.currency !== currency;
    const isPriceKept = fields.includes('priceCents') && !isForeign;
    const whole = sendable(variant);
    const some = fields.filter((name) => isPriceKept || !/price/i.test(name));
    const entries = some.flatMap((name) =>
      whole[name] === undefined ? [] : [[name, whole[name]]],
    );
    // Fields of a variant with the values they have there.
    kept.set(whole.variantId, Object.fromEntries(entries) as KeptFields);
  }
  return kept;
}
