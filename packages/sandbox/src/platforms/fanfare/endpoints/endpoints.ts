import type { FanfareEndpoint } from './endpoint.ts';
import { listProducts } from './list-products.ts';
import {
  addMediaAsset,
  listMediaAssets,
  putMediaAsset,
  removeMediaAsset,
  reorderMediaAssets,
} from './media-assets.ts';
import { archiveProduct, createProduct, getProduct, putProduct } from './product.ts';
import { searchProducts } from './search-products.ts';
import {
  assignOptions,
  createOption,
  listAssignments,
  removeAssignment,
} from './variant-options.ts';
import { addVariant, deleteVariant, listVariants, putVariant } from './variants.ts';

/** The first that fits answers, so fixed paths stand before those with an id in the same place. */
export const fanfareEndpoints: readonly FanfareEndpoint[] = [
  createProduct,
  listProducts,
  searchProducts,
  getProduct,
  putProduct,
  archiveProduct,
  addMediaAsset,
  listMediaAssets,
  reorderMediaAssets,
  putMediaAsset,
  removeMediaAsset,
  createOption,
  listAssignments,
  assignOptions,
  removeAssignment,
  addVariant,
  listVariants,
  putVariant,
  deleteVariant,
];
