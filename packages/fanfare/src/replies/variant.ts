import { isRecord } from 'sequenzy-contract';
import * as z from 'zod/mini';
import type { FanfareNames } from '../settings/names.ts';
import { nullableText, stamps, text } from './fields.ts';

/**
 * A variant; quantity, inventory policy and currency under these names, whatever the API calls them.
 * Source: docs.fanfare.io/concepts/products.
 */
export const variantSchema = z.looseObject({
  ...stamps,
  productId: text,
  sku: nullableText,
  /** A decimal string such as `139.99`, untouched; a number only where the server breaks its word. */
  price: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  options: z.optional(
    z.array(
      z.looseObject({ optionId: text, optionName: text, valueId: text, value: nullableText }),
    ),
  ),
  /** Used where the policy is `limited`. */
  quantity: z.optional(z.nullable(z.number())),
  /** `limited` or `open`. */
  inventoryPolicy: nullableText,
  /** ISO 4217. */
  currency: nullableText,
});

export type Variant = z.infer<typeof variantSchema>;

/** A variant as the API wrote it, which also has the fields of {@link Variant} whatever the API calls them. */
export function withOwnNames(wire: unknown, names: FanfareNames): unknown {
  if (!isRecord(wire)) return wire;
  const own = (['quantity', 'inventoryPolicy', 'currency'] as const).flatMap((name) => {
    const value = wire[names[name]];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...wire, ...Object.fromEntries(own) };
}
