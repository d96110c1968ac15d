import type { Product, StoredVariant, Variant } from 'sequenzy-contract';
import type { KeptField } from '../../delivery/kept-fields.ts';
import { sendable } from './apply-stock.ts';

/** Stored values of one variant. */
export interface KeptFields {
  readonly fields: Partial<Pick<Variant, KeptField>>;
  /** Stored beside the compare-at price, which stays only with it. */
  readonly price: Variant['priceCents'];
}

/** Whether a variant of the product says nothing of a field that is kept; `null` says something. */
export function lacksFields({ variants = [] }: Product, keep: readonly KeptField[]): boolean {
  if (keep.length === 0) return false;
  const isPriceKept = keep.includes('priceCents');
  return variants.some((variant) => {
    const hasPrice = isPriceKept || typeof variant.priceCents === 'number';
    return keep.some(
      (name) => variant[name] === undefined && (hasPrice || name !== 'compareAtPriceCents'),
    );
  });
}

/** A product as it is stored, or was sent. */
interface Stored {
  readonly variants?: readonly StoredVariant[] | readonly Variant[] | null | undefined;
  readonly currency?: string | null | undefined;
}

/**
 * What a stored product has in fields that the source has no place for, by variantId. A price in a currency of its own, which an
 * upsert cannot say, is not kept.
 */
export function keptOf(
  { variants, currency }: Stored,
  fields: readonly KeptField[],
): ReadonlyMap<string, KeptFields> {
  const kept = new Map<string, KeptFields>();
  for (const variant of fields.length === 0 ? [] : (variants ?? [])) {
    const own = 'currency' in variant ? variant.currency : undefined;
    const isForeign = typeof own === 'string' && own !== currency;
    const whole = sendable(variant as StoredVariant); // a sent variant has the same fields
    const some = fields.filter((name) => !isForeign || !isPrice(name));
    const entries = some.flatMap((name) =>
      whole[name] === undefined ? [] : [[name, whole[name]]],
    );
    kept.set(whole.variantId, {
      // Fields of a variant with the values they have there.
      fields: Object.fromEntries(entries) as KeptFields['fields'],
      price: whole.priceCents,
    });
  }
  return kept;
}

/**
 * The variant with the stored values of the fields it does not state. A compare-at price stays only beside the price that it was
 * stored with: beside another it could be a discount that nobody gives.
 *
 * @param isOtherCurrency Prices stay out: the product is in another currency now.
 */
export function withKept(
  variant: Variant,
  kept: KeptFields | undefined,
  isOtherCurrency: boolean,
): Variant {
  if (kept === undefined) return variant;
  const { compareAtPriceCents, priceCents, ...others } = kept.fields;
  const price = isOtherCurrency || priceCents === undefined ? {} : { priceCents };
  const whole = { ...others, ...price, ...variant };
  const stays =
    !isOtherCurrency &&
    compareAtPriceCents !== undefined &&
    variant.compareAtPriceCents === undefined &&
    whole.priceCents === kept.price;
  return stays ? { ...whole, compareAtPriceCents } : whole;
}

function isPrice(name: KeptField): boolean {
  return name === 'priceCents' || name === 'compareAtPriceCents';
}
