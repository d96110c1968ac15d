import * as z from 'zod/mini';
import type { FanfareNames } from '../settings/names.ts';

const sku = z.string().check(z.minLength(1, 'expected at least one character'));

/** A value of an assigned option, by its id or as it is written. */
const choiceSchema = z.looseObject({
  optionId: z.string(),
  valueId: z.optional(z.string()),
  value: z.optional(z.string()),
});

const told = {
  /** A decimal string such as `139.99`, never a number: it is money. */
  price: z.optional(
    z.nullable(
      z.string().check(z.regex(/^\d+(\.\d+)?$/, 'expected a decimal string such as "139.99"')),
    ),
  ),
  /** ISO 4217. */
  currency: z.optional(z.nullable(z.string())),
  inventoryPolicy: z.optional(z.enum(['limited', 'open'])),
  /** Used where the policy is `limited`. */
  quantity: z.optional(z.nullable(z.int().check(z.minimum(0, 'expected 0 or more')))),
  options: z.optional(z.array(choiceSchema)),
};

/** Body of `POST …/variants`. Source: docs.fanfare.io/concepts/products; the names are those of {@link FanfareNames}. */
export const variantInputSchema = z.looseObject({ sku, ...told });

/** Body of `PUT …/variants/{variantId}`. An absent field keeps (assumed). */
export const variantChangesSchema = z.looseObject({ sku: z.optional(sku), ...told });

export type VariantInput = z.infer<typeof variantInputSchema>;
export type VariantChanges = z.infer<typeof variantChangesSchema>;

/** The same as the API calls it. */
export function onTheWire(
  { quantity, inventoryPolicy, currency, ...rest }: VariantChanges,
  names: FanfareNames,
): object {
  return {
    ...rest,
    ...(quantity !== undefined && { [names.quantity]: quantity }),
    ...(inventoryPolicy !== undefined && { [names.inventoryPolicy]: inventoryPolicy }),
    ...(currency !== undefined && { [names.currency]: currency }),
  };
}
