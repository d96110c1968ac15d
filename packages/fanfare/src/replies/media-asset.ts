import * as z from 'zod/mini';
import { nullableText, number, stamps, text } from './fields.ts';

/** A media asset's place at one product. The lowest `position` is the product's image. Source: OpenAPI. */
export const placedAssetSchema = z.looseObject({
  ...stamps,
  productId: text,
  mediaAssetId: text,
  position: number,
  purpose: nullableText,
  mediaAsset: z.optional(
    z.looseObject({
      ...stamps,
      name: text,
      altText: nullableText,
      description: nullableText,
      publicUrl: nullableText,
      sourceUrl: nullableText,
      thumbnailUrl: nullableText,
      uploadUrl: nullableText,
    }),
  ),
});

export type PlacedAsset = z.infer<typeof placedAssetSchema>;
