import { json, type Answer } from '../../../http/answer.ts';
import { invalidField } from '../problem.ts';
import type { FanfareCall, FanfareEndpoint } from './endpoint.ts';
import { showIncluded } from './include.ts';

/**
 * `GET /products/search?syncSource=shopify&syncSourceId=42`: a bare array, of one product or none; without `syncSourceId`
 * of all from this source (assumed). Archived products are found, without variants and media assets unless included
 * (assumed).
 */
export const searchProducts: FanfareEndpoint = {
  method: 'GET',
  path: '/products/search',
  answer: search,
};

function search(call: FanfareCall): Answer {
  const syncSource = call.query.get('syncSource');
  if (syncSource === null) return invalidField('syncSource', 'is required');
  const syncSourceId = call.query.get('syncSourceId');
  const { products } = call.organization;
  const found =
    syncSourceId === null
      ? [...products].filter((record) => record.syncSource?.syncSource === syncSource)
      : [products.findBySyncSource(syncSource, syncSourceId)].filter((one) => one !== undefined);
  return json(
    200,
    found.map((record) => showIncluded(record, call, [])),
  );
}
