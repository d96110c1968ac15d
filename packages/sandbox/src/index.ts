export { scopes, type SandboxKey } from './keys/access.ts';
export type { Fault } from './faults/fault.ts';
export type { FaultRule } from './faults/script.ts';
export { readFaultScript } from './faults/read-script.ts';
export type { SandboxOptions } from './service/options.ts';
export type { LoggedRequest } from './service/request-log.ts';
export { createSandbox, type Sandbox } from './commerce/sandbox.ts';
export type { CompanyView } from './commerce/inspection.ts';
export type { SandboxEnrollment } from './commerce/store/enrollments.ts';
export type { SandboxSequence, SequenceSeed } from './commerce/store/sequences.ts';
export type { SandboxEvent } from './commerce/store/events.ts';
export type { SandboxOrder } from './commerce/store/orders.ts';
export type { SandboxProduct } from './commerce/store/stored-product.ts';
export type { SandboxSubscriber } from './commerce/store/subscribers.ts';
export {
  createCheckoutChampSandbox,
  type CheckoutChampSandbox,
} from './platforms/checkoutchamp/checkoutchamp-sandbox.ts';
export type {
  CheckoutChampCampaign,
  CheckoutChampProduct,
} from './platforms/checkoutchamp/account/campaign.ts';
export type {
  CheckoutChampItem,
  CheckoutChampSeed,
} from './platforms/checkoutchamp/account/order.ts';
export type { CheckoutChampOptions } from './platforms/checkoutchamp/options.ts';
export { createFanfareSandbox, type FanfareSandbox } from './platforms/fanfare/fanfare-sandbox.ts';
export type { FanfareOptions } from './platforms/fanfare/options.ts';
export type { FanfareSeed } from './platforms/fanfare/seed.ts';
export type { FanfareProduct } from './platforms/fanfare/shown/product.ts';
export type { FanfareVariant } from './platforms/fanfare/shown/variant.ts';
export {
  createStickyIoSandbox,
  type StickyIoOptions,
  type StickyIoSandbox,
} from './platforms/stickyio/stickyio-sandbox.ts';
export type { StickyIoSeed } from './platforms/stickyio/account.ts';
