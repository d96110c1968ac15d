export { systemClock, type Clock, type Fault } from 'sequenzy-contract';
export {
  ApiAbortError,
  ApiAnswerError,
  ApiAuthenticationError,
  ApiBadRequestError,
  ApiConflictError,
  ApiConnectionError,
  ApiError,
  ApiNotFoundError,
  ApiPermissionError,
  ApiRateLimitError,
  ApiServerError,
  ApiTimeoutError,
  ApiValidationError,
  type ErrorCode,
  type ErrorDetails,
} from './errors/api-error.ts';
export type {
  Hooks,
  Logger,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  WaitEvent,
} from './settings/hooks.ts';
export type { Answer } from './http/answer.ts';
export type { Call } from './http/send.ts';
export { tolerate } from './http/tolerate.ts';
export { createLimiter } from './pacing/create-limiter.ts';
export type { RateLimit, RateLimiter, RateLimiterState, Release } from './pacing/rate-limiter.ts';
export type { CallOptions, ReplayOptions } from './request/call-options.ts';
export { checkInput, requireInput, type CheckedInput } from './request/checked.ts';
export { readPage, type Page } from './request/read-page.ts';
export { segment } from './request/segment.ts';
export type { Meter, TransportCall } from './retry/exchange.ts';
export { faultOfHeaderId } from './settings/option-faults.ts';
export type { Location, Problem, Replies, Service } from './settings/service.ts';
export { settingsFrom, type ServiceOptions, type Settings } from './settings/settings.ts';
export type { TransportOptions } from './settings/transport-options.ts';
export { createTransport, type Transport } from './retry/transport.ts';
