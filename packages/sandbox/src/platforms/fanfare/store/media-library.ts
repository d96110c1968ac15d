import * as z from 'zod/mini';
import { assignGiven } from './assign-given.ts';
import {
  stamped,
  type MediaAssetRecord,
  type PlacedAssetRecord,
  type ProductRecord,
} from './records.ts';
import { Table } from './table.ts';

const text = z.optional(z.nullable(z.string()));
const place = {
  position: z.optional(z.int().check(z.minimum(0, 'expected 0 or more'))),
  purpose: text,
  name: z.optional(z.string()),
  altText: text,
  description: text,
};

/** Body of `POST …/media-assets`: an asset there is, by its id, or a new one by its address. Assumed. */
export const placementSchema = z.object({
  mediaAssetId: z.optional(z.string()),
  sourceUrl: z.optional(z.url('expected a URL')),
  ...place,
});

/** Body of `PUT …/media-assets/{assetId}`: an absent field keeps. Assumed. */
export const placementChangesSchema = z.object(place);

export type Placement = z.infer<typeof placementSchema>;

/** An organization's media assets: a product holds places, which refer to them. */
export class MediaLibrary extends Table<MediaAssetRecord> {
  /** `publicUrl` is the source's own: the sandbox copies no files. */
  create(sourceUrl: string, { name, altText, description }: Placement, now: string) {
    const asset: MediaAssetRecord = {
      ...stamped(this.newId(), now),
      name: name ?? new URL(sourceUrl).pathname.split('/').at(-1) ?? '',
      altText: altText ?? null,
      description: description ?? null,
      sourceUrl,
      publicUrl: sourceUrl,
    };
    this.add(asset);
    return asset;
  }

  /** Behind the last one, unless a position is said. Positions need not be without gaps. */
  place(
    product: ProductRecord,
    mediaAsset: MediaAssetRecord,
    { position, purpose }: Pick<Placement, 'position' | 'purpose'>,
  ): PlacedAssetRecord {
    const next = Math.max(-1, ...product.mediaAssets.map((placed) => placed.position)) + 1;
    const placed = {
      id: this.newId(),
      mediaAsset,
      position: position ?? next,
      purpose: purpose ?? null,
    };
    product.mediaAssets.push(placed);
    return placed;
  }
}

/** By the id of the place or of the asset: the reference does not say which `assetId` is. */
export function findPlaced(product: ProductRecord, id: string): PlacedAssetRecord | undefined {
  return product.mediaAssets.find((placed) => placed.id === id || placed.mediaAsset.id === id);
}

export function updatePlaced(
  placed: PlacedAssetRecord,
  { position, purpose, ...words }: z.infer<typeof placementChangesSchema>,
  now: string,
): void {
  assignGiven<PlacedAssetRecord>(placed, { position, purpose });
  const told = Object.values(words).some((word) => word !== undefined);
  if (told) assignGiven<MediaAssetRecord>(placed.mediaAsset, { ...words, updatedAt: now });
}
