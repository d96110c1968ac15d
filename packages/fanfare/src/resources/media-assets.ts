import {
  requireInput,
  segment,
  tolerate,
  type CallOptions,
  type ReplayOptions,
  type Transport,
} from 'sequenzy-transport';
import {
  mediaAssetChangesSchema,
  mediaAssetInputSchema,
  mediaAssetOrderSchema,
  type MediaAssetChanges,
  type MediaAssetInput,
} from '../inputs/media-asset.ts';
import { placedAssetSchema, type PlacedAsset } from '../replies/media-asset.ts';
import { productPath } from './product-path.ts';
import { readList } from './read-list.ts';
import { readRecord } from './read-record.ts';
import { remove } from './remove.ts';

/** Images and other media of a product. The paths are documented; the bodies are assumed. */
export class MediaAssets {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** Not repeated after an ambiguous failure, unless `replay` says so: it could be added twice. */
  async add(
    productId: string,
    asset: MediaAssetInput,
    { signal, replay = false }: ReplayOptions = {},
  ): Promise<PlacedAsset> {
    const json = await readRecord(this.#transport, {
      method: 'POST',
      path: productPath(productId, 'media-assets'),
      body: JSON.stringify(requireInput(mediaAssetInputSchema, asset, 'media asset')),
      replayable: replay,
      signal,
    });
    return tolerate(placedAssetSchema, json);
  }

  /** Not in order of `position`. */
  async list(productId: string, { signal }: CallOptions = {}): Promise<PlacedAsset[]> {
    const path = productPath(productId, 'media-assets');
    return assetsIn(await readList(this.#transport, { path, signal }, ...listNames));
  }

  /** Changes what is given; an absent field keeps. */
  async update(
    productId: string,
    assetId: string,
    changes: MediaAssetChanges,
    { signal }: CallOptions = {},
  ): Promise<PlacedAsset> {
    const json = await readRecord(this.#transport, {
      method: 'PUT',
      path: productPath(productId, 'media-assets', segment('assetId', assetId)),
      body: JSON.stringify(requireInput(mediaAssetChangesSchema, changes, 'media asset')),
      replayable: true,
      signal,
    });
    return tolerate(placedAssetSchema, json);
  }

  /** Gives every asset of the product its position, from 0 in the order of these ids. */
  async reorder(
    productId: string,
    mediaAssetIds: readonly string[],
    { signal }: CallOptions = {},
  ): Promise<PlacedAsset[]> {
    const ids = requireInput(mediaAssetOrderSchema, mediaAssetIds, 'order of media assets');
    const call = {
      method: 'PUT',
      path: productPath(productId, 'media-assets', 'reorder'),
      body: JSON.stringify({ mediaAssetIds: ids }),
      signal,
    } as const;
    return assetsIn(await readList(this.#transport, call, ...listNames));
  }

  /** Takes it from the product; gone already after a lost answer is removed. */
  remove(productId: string, assetId: string, { signal }: CallOptions = {}): Promise<void> {
    const path = productPath(productId, 'media-assets', segment('assetId', assetId));
    return remove(this.#transport, { path, signal });
  }
}

function assetsIn(items: readonly unknown[]): PlacedAsset[] {
  return items.map((one) => tolerate(placedAssetSchema, one));
}

/** Where a list of assets may stand, besides a bare array (assumed). */
const listNames = ['data', 'mediaAssets', 'productMediaAssets'];
