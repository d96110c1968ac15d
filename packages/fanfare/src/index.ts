export { FanfareClient } from './client/client.ts';
export type { MediaAssetChanges, MediaAssetInput } from './inputs/media-asset.ts';
export type { ProductChanges, ProductInput } from './inputs/product.ts';
export type { AssignmentInput, VariantOptionInput } from './inputs/variant-option.ts';
export type { VariantChanges, VariantInput } from './inputs/variant.ts';
export type { FanfareNames } from './settings/names.ts';
export type { FanfareClientOptions } from './settings/options.ts';
export type { PlacedAsset } from './replies/media-asset.ts';
export type { Product } from './replies/product.ts';
export type { Assignment, VariantOption } from './replies/variant-option.ts';
export type { Variant } from './replies/variant.ts';
export {
  FanfareError,
  FanfareAbortError,
  FanfareAnswerError,
  FanfareAuthenticationError,
  FanfareBadRequestError,
  FanfareConflictError,
  FanfareConnectionError,
  FanfareNotFoundError,
  FanfarePermissionError,
  FanfareRateLimitError,
  FanfareServerError,
  FanfareTimeoutError,
  FanfareValidationError,
} from './errors/errors.ts';
export type { ErrorCode, Hooks, RateLimiter } from 'sequenzy-transport';
