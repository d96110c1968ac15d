import * as z from 'zod/mini';

const text = z.optional(z.nullable(z.string()));
const anything = z.optional(z.nullable(z.record(z.string(), z.unknown())));
const name = z.string().check(z.minLength(1, 'expected at least one character'));
const url = z.url('expected a URL');
const described = { description: text, handle: text, metadata: anything };

/** Where a product comes from: what makes creating it twice the same as creating it once. */
const syncSourceSchema = z.looseObject({
  syncSource: z.string(),
  syncSourceId: z.string(),
  /** ISO 8601. */
  lastSyncedAt: text,
  sourceData: anything,
  /** `PENDING` and `SUCCESS` are known. */
  syncStatus: z.optional(z.string()),
});

/** Body of `POST /products`. Source: OpenAPI "Fanfare Admin API" 1.0.0. */
export const productInputSchema = z.looseObject({
  name,
  url,
  ...described,
  defaultVariantId: text,
  primarySyncSource: z.optional(z.nullable(syncSourceSchema)),
});

/** Body of `PUT /products/{productId}`. An absent field keeps. Source: OpenAPI. */
export const productChangesSchema = z.looseObject({
  name: z.optional(name),
  url: z.optional(url),
  ...described,
});

export type ProductInput = z.infer<typeof productInputSchema>;
export type ProductChanges = z.infer<typeof productChangesSchema>;
