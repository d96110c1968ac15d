import * as z from 'zod/mini';
import type { FanfareNames } from '../options.ts';

const sku = z.string().check(z.minLength(1, 'expected at least one character'));
const price = z.optional(
  z.nullable(
    z.string().check(z.regex(/^\d+(\.\d+)?$/, 'expected a decimal string such as 139.99')),
  ),
);
const quantity = z.optional(z.nullable(z.int().check(z.minimum(0, 'expected 0 or more'))));
const inventoryPolicy = z.optional(z.enum(['limited', 'open']));
const currency = z.optional(
  z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code'))),
);

/** A value of an assigned option, by its id or as it is written. */
const choiceSchema = z.object({
  optionId: z.string(),
  valueId: z.optional(z.string()),
  value: z.optional(z.string()),
});

const options = z.optional(z.array(choiceSchema));

export type Choice = z.infer<typeof choiceSchema>;

/** A change of a variant, under the names the sandbox itself uses; `undefined` is what was not said. */
export interface VariantChanges {
  readonly sku: string | undefined;
  readonly price: string | null | undefined;
  readonly currency: string | null | undefined;
  readonly inventoryPolicy: 'limited' | 'open' | undefined;
  readonly quantity: number | null | undefined;
  readonly options: readonly Choice[] | undefined;
}

export interface VariantInput extends VariantChanges {
  readonly sku: string;
}

/**
 * Body of `POST …/variants`. That prices are decimal strings, policies `limited` and `open` and the SKU required is
 * documented (docs.fanfare.io/concepts/products); the names of quantity, policy and currency are the dialect's;
 * that options are given by `optionId` and `valueId` or `value` follows from how they are shown.
 */
export function variantInputSchema(names: FanfareNames) {
  return z.pipe(
    z.object({ ...shapeOf(names), sku }),
    z.transform((given): VariantInput => ({ ...told(given, names), sku: sku.parse(given.sku) })),
  );
}

/** Body of `PUT …/variants/{variantId}`: the same, and every field is optional (assumed). */
export function variantChangesSchema(names: FanfareNames) {
  const optional = z.optional(sku);
  return z.pipe(
    z.object({ ...shapeOf(names), sku: optional }),
    z.transform((given): VariantChanges => ({
      ...told(given, names),
      sku: optional.parse(given.sku),
    })),
  );
}

function shapeOf(names: FanfareNames) {
  const doubtful = {
    [names.quantity]: quantity,
    [names.inventoryPolicy]: inventoryPolicy,
    [names.currency]: currency,
  };
  return { ...doubtful, price, options };
}

/** Reads them again, since a computed name has lost its type. */
function told(given: Readonly<Record<string, unknown>>, names: FanfareNames) {
  return {
    price: price.parse(given['price']),
    options: options.parse(given['options']),
    quantity: quantity.parse(given[names.quantity]),
    inventoryPolicy: inventoryPolicy.parse(given[names.inventoryPolicy]),
    currency: currency.parse(given[names.currency]),
  };
}
