import type { PlacedAssetRecord, ProductRecord } from '../store/records.ts';
import { stampsOf, type FanfareStamps } from './stamps.ts';

interface FanfareMediaAsset extends FanfareStamps {
  readonly name: string;
  readonly altText: string | null;
  readonly description: string | null;
  readonly publicUrl: string | null;
  readonly sourceUrl: string | null;
  readonly thumbnailUrl: string | null;
  readonly uploadUrl: string | null;
}

/** A media asset's place at one product. Source: OpenAPI "Fanfare Admin API" 1.0.0, `productMediaAssets`. */
export interface FanfarePlacedAsset {
  readonly id: string;
  readonly organizationId: string;
  readonly productId: string;
  readonly mediaAssetId: string;
  /** The lowest is the product's image. Lists are not in this order, but in that of addition. */
  readonly position: number;
  readonly purpose: string | null;
  readonly mediaAsset: FanfareMediaAsset;
}

export function showPlacedAsset(
  { id, mediaAsset, position, purpose }: PlacedAssetRecord,
  productId: string,
  organizationId: string,
): FanfarePlacedAsset {
  const { name, altText, description, publicUrl, sourceUrl } = mediaAsset;
  return {
    id,
    organizationId,
    productId,
    mediaAssetId: mediaAsset.id,
    position,
    purpose,
    mediaAsset: {
      ...stampsOf(mediaAsset, organizationId),
      name,
      altText,
      description,
      publicUrl,
      sourceUrl,
      thumbnailUrl: publicUrl,
      uploadUrl: null,
    },
  };
}

export function showPlacedAssets(product: ProductRecord, organizationId: string) {
  return product.mediaAssets.map((placed) => showPlacedAsset(placed, product.id, organizationId));
}
