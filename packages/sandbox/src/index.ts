export { scopes, type SandboxKey, type Scope } from './keys/access.ts';
export type { ApiSandbox } from './service/api-sandbox.ts';
export type { Clock } from 'sequenzy-contract';
export type { Collection } from './service/collection.ts';
export type {
  BadProductFault,
  CommonFault,
  EmptyBodyFault,
  Fault,
  ForbiddenFault,
  HangFault,
  HtmlFault,
  OtherShapeFault,
  PlainTextFault,
  RateLimitedFault,
  RedirectFault,
  RefusedFault,
  ResetFault,
  SaysFault,
  ServerErrorFault,
  SlowFault,
  TooLargeFault,
  TruncatedFault,
  UnauthorizedFault,
  When,
} from './faults/fault.ts';
export type { FaultRule, FaultScript, RequestMatch } from './faults/script.ts';
export type { Answer, Exchange } from './http/answer.ts';
export type { ProblemDetail } from './http/problem.ts';
export type { CompanyView } from './commerce/inspection.ts';
export type { CommonOptions, SandboxOptions } from './service/options.ts';
export type { RateLimits } from './service/rate-limit.ts';
export type { LoggedRequest } from './service/request-log.ts';
export { createSandbox, type Sandbox, type SeedOptions } from './commerce/sandbox.ts';
export type { EventName, SandboxEvent } from './commerce/store/events.ts';
export type { OrderStatus, SandboxOrder } from './commerce/store/orders.ts';
export type { RevenueAttributes } from './commerce/store/revenue.ts';
export type { SandboxProduct, SandboxVariant } from './commerce/store/stored-product.ts';
export type { SandboxSubscriber } from './commerce/store/subscribers.ts';
export type { WaitlistEntry } from './commerce/store/waitlist.ts';
export { createFanfareSandbox, type FanfareSandbox } from './platforms/fanfare/fanfare-sandbox.ts';
export type { FanfareNames, FanfareOptions } from './platforms/fanfare/options.ts';
export type {
  FanfareSeed,
  FanfareSeedImage,
  FanfareSeedVariant,
} from './platforms/fanfare/seed.ts';
export type {
  FanfareMediaAsset,
  FanfarePlacedAsset,
} from './platforms/fanfare/shown/media-asset.ts';
export type { FanfareProduct, FanfareSyncSource } from './platforms/fanfare/shown/product.ts';
export type { FanfareStamps } from './platforms/fanfare/shown/stamps.ts';
export type { FanfareOption } from './platforms/fanfare/shown/variant-option.ts';
export type { FanfareVariant } from './platforms/fanfare/shown/variant.ts';
