import * as z from 'zod/mini';

const text = z.optional(z.nullable(z.string()));
const anything = z.optional(z.nullable(z.record(z.string(), z.unknown())));
const name = z.string().check(z.minLength(1, 'expected at least one character'));
const url = z.url('expected a URL');
const told = { description: text, handle: text, metadata: anything };

/**
 * Where a product came from. `lastSyncedAt` is now and `syncStatus` is `SUCCESS` unless said (assumed; of the
 * statuses only `PENDING` and `SUCCESS` are known, so any is taken).
 */
const syncSourceSchema = z.object({
  syncSource: z.string(),
  syncSourceId: z.string(),
  lastSyncedAt: text,
  sourceData: anything,
  syncStatus: z.optional(z.string()),
});

/** Body of `POST /products`. Source: OpenAPI "Fanfare Admin API" 1.0.0. */
export const productInputSchema = z.object({
  name,
  url,
  ...told,
  defaultVariantId: text,
  primarySyncSource: z.optional(z.nullable(syncSourceSchema)),
});

export type ProductInput = z.infer<typeof productInputSchema>;

/** Body of `PUT /products/{productId}`. Source: as {@link productInputSchema}. */
export const productChangesSchema = z.object({
  name: z.optional(name),
  url: z.optional(url),
  ...told,
});
