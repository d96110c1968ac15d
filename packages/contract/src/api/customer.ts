import * as z from 'zod/mini';
import { cents, freeForm, text } from './fields.ts';

/** Who bought, started a checkout or waits. `attributes` are merged into the subscriber's profile. */
export const customerSchema = z.strictObject({
  email: z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/, 'expected an e-mail address')),
  externalId: z.exactOptional(text),
  firstName: z.exactOptional(z.string()),
  lastName: z.exactOptional(z.string()),
  attributes: z.exactOptional(freeForm),
});

/** One line of an order or a checkout. `priceCents` is the unit price. */
export const itemSchema = z.strictObject({
  productId: text,
  title: text,
  quantity: z.int('expected a whole number').check(z.positive('expected 1 or more')),
  variantId: z.exactOptional(text),
  sku: z.exactOptional(z.string()),
  variantTitle: z.exactOptional(z.string()),
  priceCents: z.exactOptional(cents),
});

export type Customer = z.infer<typeof customerSchema>;
export type Item = z.infer<typeof itemSchema>;
