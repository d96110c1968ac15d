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
export type { Hooks, Logger, LogLevel } from './settings/hooks.ts';
export type { Answer } from './http/answer.ts';
export { paceFetch } from './http/pace-fetch.ts';
export type { Call } from './http/send.ts';
export { tolerate } from './http/tolerate.ts';
export { lastDeparture } from './pacing/departures.ts';
export { priorities, type Priority } from './pacing/priority.ts';
export type {
  Quota,
  RateLimit,
  RateLimiter,
  RateLimiterFactory,
  RateLimiterState,
  Release,
} from './pacing/rate-limiter.ts';
export {
  longestTransit,
  margin,
  SlidingWindowLimiter,
  windowsOf,
} from './pacing/sliding-window.ts';
export { WaitingLine, type Gate, type Ticket } from './pacing/waiting-line.ts';
export type { CallOptions, ReplayOptions, RequestHeaders } from './request/call-options.ts';
export { promised, type ApiPromise, type WithResponse } from './http/api-promise.ts';
export { checkInput, requireInput, type CheckedInput } from './request/checked.ts';
export { requireCallOptions } from './settings/require-call-options.ts';
export { readPage } from './request/read-page.ts';
export { segment } from './request/segment.ts';
export type { Meter, TransportCall } from './retry/exchange.ts';
export { faultOfHeaderId } from './settings/option-faults.ts';
export type { Location, Problem, Service } from './settings/service.ts';
export type { Fetch, FetchInit, TransportOptions } from './settings/transport-options.ts';
export { connect, type Transport } from './retry/transport.ts';
