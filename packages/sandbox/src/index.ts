export { scopes, type SandboxKey, type Scope } from './access.ts';
export type { Clock } from './clock.ts';
export type {
  BadProductFault,
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
export type { Collection, CompanyView } from './inspection.ts';
export type { SandboxOptions } from './options.ts';
export type { RateLimits } from './rate-limit.ts';
export type { LoggedRequest } from './request-log.ts';
export { createSandbox, type Sandbox, type SeedOptions } from './sandbox.ts';
export type { EventName, SandboxEvent } from './store/events.ts';
export type { OrderStatus, SandboxOrder } from './store/orders.ts';
export type { RevenueAttributes } from './store/revenue.ts';
export type { SandboxProduct, SandboxVariant } from './store/stored-product.ts';
export type { SandboxSubscriber } from './store/subscribers.ts';
export type { WaitlistEntry } from './store/waitlist.ts';
