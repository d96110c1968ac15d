import * as z from 'zod/mini';
import { cents, freeForm, type JsonObject, must, text, whole } from './fields.ts';

/** Who bought, started a checkout or waits. Becomes a subscriber where there is none with this address. */
export interface Customer {
  /** Without case: `Ada@example.com` is `ada@example.com`. */
  readonly email: string;
  /** The shop's own id of the customer. */
  readonly externalId?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  /** Merged into the subscriber's profile. */
  readonly attributes?: JsonObject | undefined;
}

/** One line of an order or a checkout. */
export interface Item {
  /** The productId it was upserted by. */
  readonly productId: string;
  readonly title: string;
  /** Pieces: a whole number from 1. */
  readonly quantity: number;
  /** The variantId it was upserted by. */
  readonly variantId?: string | undefined;
  readonly sku?: string | undefined;
  readonly variantTitle?: string | undefined;
  /** Price of one piece, in the smallest unit of the order's currency. */
  readonly priceCents?: number | undefined;
}

/** As {@link Customer}. */
export const customerSchema = z.strictObject({
  email: z
    .string()
    .check(must((email) => /^[^\s@]+@[^\s@]+$/.test(email), 'expected an e-mail address')),
  externalId: z.exactOptional(text),
  firstName: z.exactOptional(z.string()),
  lastName: z.exactOptional(z.string()),
  attributes: z.exactOptional(freeForm),
});

/** As {@link Item}. */
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
