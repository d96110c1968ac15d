import { isRecord } from 'sequenzy-contract';
import { tolerate } from 'sequenzy-transport';
import * as z from 'zod/mini';
import type { FanfareNames } from '../settings/names.ts';
import { nullableObject, nullableText, stamps, text } from './fields.ts';
import { placedAssetSchema } from './media-asset.ts';
import { variantSchema, withOwnNames } from './variant.ts';

/** Where a product came from. */
const syncSourceSchema = z.looseObject({
  ...stamps,
  syncSource: text,
  syncSourceId: text,
  lastSyncedAt: nullableText,
  sourceData: nullableObject,
  syncStatus: text,
});

/** A product as the API answers it. Source: OpenAPI "Fanfare Admin API" 1.0.0. */
const productSchema = z.looseObject({
  ...stamps,
  name: text,
  url: nullableText,
  description: nullableText,
  handle: nullableText,
  metadata: nullableObject,
  defaultVariantId: nullableText,
  primarySyncSource: z.optional(z.nullable(syncSourceSchema)),
  primarySyncSourceId: nullableText,
  primaryExternalId: nullableText,
  primarySourceVendor: nullableText,
  primaryLastSyncedAt: nullableText,
  /** Where `mediaAssets` is included. Not in order of position. */
  productMediaAssets: z.optional(z.array(placedAssetSchema)),
  /** Where `variants` is included. */
  variants: z.optional(z.array(variantSchema)),
});

/** A product. Fields nobody documented are kept; those of another type than documented are left out. */
export type Product = z.infer<typeof productSchema>;

export function readProduct(json: unknown, names: FanfareNames): Product {
  if (!isRecord(json) || !Array.isArray(json['variants'])) return tolerate(productSchema, json);
  const named = json['variants'].map((one: unknown) => withOwnNames(one, names));
  return tolerate(productSchema, { ...json, variants: named });
}
