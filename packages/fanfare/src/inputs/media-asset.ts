import * as z from 'zod/mini';

const words = {
  position: z.optional(z.int().check(z.minimum(0, 'expected 0 or more'))),
  purpose: z.optional(z.nullable(z.string())),
  name: z.optional(z.string()),
  altText: z.optional(z.nullable(z.string())),
  description: z.optional(z.nullable(z.string())),
};

/** Body of `POST …/media-assets`, assumed: a new asset by its address, or one there is by its id. */
export const mediaAssetInputSchema = z.union([
  z.looseObject({ sourceUrl: z.url('expected a URL'), ...words }),
  z.looseObject({ mediaAssetId: z.string(), ...words }),
]);

/** Body of `PUT …/media-assets/{assetId}`, assumed. An absent field keeps. */
export const mediaAssetChangesSchema = z.looseObject(words);

/** Body of `PUT …/media-assets/reorder`, assumed: every asset of the product once, the image first. */
export const mediaAssetOrderSchema = z.array(z.string());

export type MediaAssetInput = z.infer<typeof mediaAssetInputSchema>;
export type MediaAssetChanges = z.infer<typeof mediaAssetChangesSchema>;
