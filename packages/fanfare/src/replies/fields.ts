import * as z from 'zod/mini';

export const text = z.optional(z.string());
export const flag = z.optional(z.boolean());
export const number = z.optional(z.number());
/** Text, or none. */
export const nullableText = z.optional(z.nullable(z.string()));
/** Whatever a merchant put there. */
export const nullableObject = z.optional(z.nullable(z.record(z.string(), z.unknown())));

/** What every record of the API carries; times are ISO 8601. */
export const stamps = {
  id: text,
  organizationId: text,
  archived: flag,
  createdAt: text,
  createdBy: text,
  updatedAt: nullableText,
  updatedBy: nullableText,
};
