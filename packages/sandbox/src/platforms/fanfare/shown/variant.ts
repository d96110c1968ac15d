import type { FanfareNames } from '../options.ts';
import type { ProductRecord, VariantRecord } from '../store/records.ts';
import { stampsOf, type FanfareStamps } from './stamps.ts';

/** Quantity, inventory policy and currency stand under the names of {@link FanfareNames}. */
export interface FanfareVariant extends FanfareStamps {
  readonly productId: string;
  readonly sku: string;
  /** A decimal string such as `139.99`. */
  readonly price: string | null;
  readonly options: readonly {
    readonly optionId: string;
    readonly optionName: string;
    readonly valueId: string;
    readonly value: string;
  }[];
  readonly [name: string]: unknown;
}

export function showVariant(
  variant: VariantRecord,
  productId: string,
  organizationId: string,
  names: FanfareNames,
): FanfareVariant {
  return {
    ...stampsOf(variant, organizationId),
    productId,
    sku: variant.sku,
    price: variant.price,
    [names.currency]: variant.currency,
    [names.inventoryPolicy]: variant.inventoryPolicy,
    [names.quantity]: variant.quantity,
    options: variant.options.map(({ option, value }) => ({
      optionId: option.id,
      optionName: option.name,
      valueId: value.id,
      value: value.value,
    })),
  };
}

export function showVariants(product: ProductRecord, organizationId: string, names: FanfareNames) {
  return product.variants.map((variant) => showVariant(variant, product.id, organizationId, names));
}
