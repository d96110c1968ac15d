import * as z from 'zod/mini';

const words = {
  position: z.optional(z.int().check(z.minimum(0, 'expected 0 or more'))),
  purpose: z.optional(z.nullable(z.string())),
  name: z.optional(z.string()),
  altText: z.optional(z.nullable(z.string())),
  description: z.optional(z.nullable(z.string())),
};

/** Body of `POST …/media-assets`, assumed: a new asset by its address, or one there is by its id. */
export const mediaAssetInputSchema = z
  .looseObject({
    sourceUrl: z.optional(z.url('expected a URL')),
    mediaAssetId: z.optional(z.string()),
    ...words,
  })
  .check(
    z.refine(
      ({ sourceUrl, mediaAssetId }) => (sourceUrl === undefined) !== (mediaAssetId === undefined),
      'expected either sourceUrl or mediaAssetId',
    ),
  );

/** Body of `PUT …/media-assets/{assetId}`, assumed. An absent field keeps. */
export const mediaAssetChangesSchema = z.looseObject(words);

/** Body of `PUT …/media-assets/reorder`, assumed: every asset of the product once, the image first. */
export const mediaAssetOrderSchema = z
  .array(z.string())
  .check(z.refine((ids) => new Set(ids).size === ids.length, 'expected every id once'));

export type MediaAssetChanges = z.infer<typeof mediaAssetChangesSchema>;
export type MediaAssetInput = MediaAssetChanges &
  ({ readonly sourceUrl: string } | { readonly mediaAssetId: string });
