import * as z from 'zod/mini';
import { json, type Answer } from '../../../http/answer.ts';
import { fanfareProblem, invalidField, notFound } from '../problem.ts';
import { showPlacedAsset, showPlacedAssets } from '../shown/media-asset.ts';
import {
  findPlaced,
  placementChangesSchema,
  placementSchema,
  updatePlaced,
  type Placement,
} from '../store/media-library.ts';
import type { PlacedAssetRecord, ProductRecord } from '../store/records.ts';
import { ofProduct, type FanfareCall, type FanfareEndpoint } from './endpoint.ts';
import { reading } from './reading.ts';
import { removed } from './removed.ts';

/** `GET …/media-assets`: a bare array, in order of addition and not of position (assumed). */
export const listMediaAssets: FanfareEndpoint = {
  method: 'GET',
  path: '/products/{productId}/media-assets',
  answer: ofProduct(showAll),
};

function showAll(product: ProductRecord, { organization }: FanfareCall): Answer {
  return json(200, showPlacedAssets(product, organization.id));
}

/** `POST …/media-assets`: an asset there is (`mediaAssetId`) or a new one (`sourceUrl`). The body is assumed. */
export const addMediaAsset: FanfareEndpoint = {
  method: 'POST',
  path: '/products/{productId}/media-assets',
  answer: ofProduct((product, call) =>
    reading(placementSchema, call.body, (placement) => add(product, placement, call)),
  ),
};

function add(product: ProductRecord, placement: Placement, call: FanfareCall): Answer {
  const { media, id: organizationId } = call.organization;
  const { mediaAssetId, sourceUrl } = placement;
  if ((mediaAssetId === undefined) === (sourceUrl === undefined)) {
    return invalidField('mediaAssetId', 'expected either mediaAssetId or sourceUrl');
  }
  if (mediaAssetId !== undefined && findPlaced(product, mediaAssetId) !== undefined) {
    return fanfareProblem(409, 'Media asset is already there');
  }
  const asset =
    sourceUrl === undefined
      ? media.find(mediaAssetId ?? '')
      : media.create(sourceUrl, placement, call.now);
  if (asset === undefined) return notFound('Media asset');
  const placed = media.place(product, asset, placement);
  return json(201, showPlacedAsset(placed, product.id, organizationId));
}

/** `PUT …/media-assets/{assetId}`: position, purpose and words, all optional. The body is assumed. */
export const putMediaAsset: FanfareEndpoint = {
  method: 'PUT',
  path: '/products/{productId}/media-assets/{assetId}',
  answer: ofPlaced((placed, product, call) =>
    reading(placementChangesSchema, call.body, (changes) => {
      updatePlaced(placed, changes, call.now);
      return json(200, showPlacedAsset(placed, product.id, call.organization.id));
    }),
  ),
};

/** `DELETE …/media-assets/{assetId}`: takes it from the product; the organization keeps it (assumed). */
export const removeMediaAsset: FanfareEndpoint = {
  method: 'DELETE',
  path: '/products/{productId}/media-assets/{assetId}',
  answer: ofPlaced((placed, product) => {
    product.mediaAssets = product.mediaAssets.filter((one) => one !== placed);
    return removed;
  }),
};

const orderSchema = z.object({ mediaAssetIds: z.array(z.string()) });

/** `PUT …/media-assets/reorder`: `{ mediaAssetIds }`, each once, become the positions from 0. The body is assumed. */
export const reorderMediaAssets: FanfareEndpoint = {
  method: 'PUT',
  path: '/products/{productId}/media-assets/reorder',
  answer: ofProduct((product, call) =>
    reading(orderSchema, call.body, ({ mediaAssetIds }) => reorder(product, mediaAssetIds, call)),
  ),
};

function reorder(product: ProductRecord, ids: readonly string[], call: FanfareCall): Answer {
  const order = new Set(ids.flatMap((id) => findPlaced(product, id) ?? []));
  // A number of different ones that equals both has every asset once and nothing else.
  if (order.size !== ids.length || order.size !== product.mediaAssets.length) {
    return invalidField('mediaAssetIds', 'expected every media asset of the product once');
  }
  [...order].forEach((placed, position) => {
    placed.position = position;
  });
  return showAll(product, call);
}

function ofPlaced(
  answer: (placed: PlacedAssetRecord, product: ProductRecord, call: FanfareCall) => Answer,
): (call: FanfareCall) => Answer {
  return ofProduct((product, call) => {
    const placed = findPlaced(product, call.parameters['assetId'] ?? '');
    return placed === undefined ? notFound('Media asset') : answer(placed, product, call);
  });
}
