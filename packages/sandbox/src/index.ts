export { scopes, type SandboxKey, type Scope } from './access.ts';
export type { ApiSandbox } from './api-sandbox.ts';
export type { Clock } from 'sequenzy-contract';
export type { Collection } from './collection.ts';
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
export type { CompanyView } from './inspection.ts';
export type { CommonOptions, SandboxOptions } from './options.ts';
export type { RateLimits } from './rate-limit.ts';
export type { LoggedRequest } from './request-log.ts';
export { createSandbox, type Sandbox, type SeedOptions } from './sandbox.ts';
export type { EventName, SandboxEvent } from './store/events.ts';
export type { OrderStatus, SandboxOrder } from './store/orders.ts';
export type { RevenueAttributes } from './store/revenue.ts';
export type { SandboxProduct, SandboxVariant } from './store/stored-product.ts';
export type { SandboxSubscriber } from './store/subscribers.ts';
export type { WaitlistEntry } from './store/waitlist.ts';
export { createFanfareSandbox, type FanfareSandbox } from './fanfare/fanfare-sandbox.ts';
export type { FanfareNames, FanfareOptions } from './fanfare/options.ts';
export type { FanfareSeed, FanfareSeedImage, FanfareSeedVariant } from './fanfare/seed.ts';
export type { FanfareMediaAsset, FanfarePlacedAsset } from './fanfare/shown/media-asset.ts';
export type { FanfareProduct, FanfareSyncSource } from './fanfare/shown/product.ts';
export type { FanfareStamps } from './fanfare/shown/stamps.ts';
export type { FanfareOption } from './fanfare/shown/variant-option.ts';
export type { FanfareVariant } from './fanfare/shown/variant.ts';
