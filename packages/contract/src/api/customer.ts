import * as z from 'zod/mini';
import { cents, freeForm, must, text, whole } from './fields.ts';

/** Who bought, started a checkout or waits. `attributes` are merged into the subscriber's profile. */
export const customerSchema = z.strictObject({
  email: z
    .string()
    .check(must((email) => /^[^\s@]+@[^\s@]+$/.test(email), 'expected an e-mail address')),
  externalId: z.exactOptional(text),
  firstName: z.exactOptional(z.string()),
  lastName: z.exactOptional(z.string()),
  attributes: z.exactOptional(freeForm),
});

/** One line of an order or a checkout. `priceCents` is the unit price. */
export const itemSchema = z.strictObject({
  productId: text,
  title: text,
  quantity: whole('expected a whole number').check(
    must((count) => count > 0, 'expected 1 or more'),
  ),
  variantId: z.exactOptional(text),
  sku: z.exactOptional(z.string()),
  variantTitle: z.exactOptional(z.string()),
  priceCents: z.exactOptional(cents),
});

export type Customer = z.infer<typeof customerSchema>;
export type Item = z.infer<typeof itemSchema>;
