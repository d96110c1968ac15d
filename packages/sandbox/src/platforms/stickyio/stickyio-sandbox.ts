import type { CommonFault } from '../../faults/fault.ts';
import { mountsOf, type ApiSandbox } from '../../service/api-sandbox.ts';
import { settingsOf, type CommonOptions } from '../../service/options.ts';
import type { RateLimits } from '../../service/rate-limit.ts';
import { Service } from '../../service/service.ts';
import type { StickyIoSeed } from './account.ts';
import { StickyIoApi } from './stickyio-api.ts';

export interface StickyIoOptions extends CommonOptions<CommonFault> {
  /** Default: `sandbox`. */
  readonly user?: string;
  /** Default: `sandbox-password`. */
  readonly password?: string;
  /** The zone of dates and times. Default: `America/New_York`. */
  readonly timezone?: string;
  /** Most ids that a search answers. Default: 50,000, as public clients have met it. */
  readonly cap?: number;
  /** `true` for 120 requests a minute, or limits of your own. Default: `false`, no limit. */
  readonly rateLimit?: boolean | RateLimits;
}

/** Orders of one sticky.io account in memory. */
export interface StickyIoSandbox extends ApiSandbox<CommonFault> {
  /** Puts orders into the account; one whose id is there already is replaced. */
  seedOrders(orders: Iterable<StickyIoSeed>): void;
  /** Money goes back at a time (ISO 8601). Throws a `RangeError` for an unknown order. */
  refund(orderId: number, cents: number, at: string): void;
}

/**
 * Creates a sandbox of sticky.io's API v1 (Limelight), as far as orders are read: `order_find`, `order_view` and
 * `order_find_updated`. Failures come with status 200 and a `response_code`; searches answer ids up to a cap.
 *
 * @throws RangeError for a zone, limit, latency or fault that makes no sense.
 */
export function createStickyIoSandbox(options: StickyIoOptions = {}): StickyIoSandbox {
  const { user = 'sandbox', password = 'sandbox-password', cap = 50_000, ...others } = options;
  const apiKey = btoa(`${user}:${password}`);
  const limits = { perMinute: 120, perSecond: 120 };
  const settings = settingsOf({ ...others, apiKey }, { apiKey, rateLimits: limits });
  const api = new StickyIoApi(options.timezone ?? 'America/New_York', cap);
  const service = new Service(api, settings);
  return {
    ...mountsOf(service, api),
    get requests() {
      return [...service.log.all];
    },
    seedOrders(orders) {
      for (const order of orders) api.account.put(order);
    },
    refund(orderId, cents, at) {
      api.account.refund(orderId, cents, at);
    },
  };
}
