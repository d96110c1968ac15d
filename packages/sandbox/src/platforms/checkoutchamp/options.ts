import type { CommonFault } from '../../faults/fault.ts';
import { settingsOf, type CommonOptions, type Settings } from '../../service/options.ts';
import type { RateLimits } from '../../service/rate-limit.ts';
import type { TotalIs } from './account/order.ts';

export interface CheckoutChampOptions extends CommonOptions<CommonFault> {
  /** Default: `sandbox`. */
  readonly loginId?: string;
  /** Default: `sandbox-password`. */
  readonly password?: string;
  /** The zone of days and times. Default: that of new accounts, `America/New_York`. */
  readonly timezone?: string;
  /** Whether `totalAmount` holds the shipping. Nobody documents it. Default: `totalAmount`, it does. */
  readonly totalIs?: TotalIs;
  /** The address every request comes from. Default: `203.0.113.7`. */
  readonly address?: string;
  /** Limits of your own; none is documented. Default: `false`, no limit. */
  readonly rateLimit?: false | RateLimits;
}

/** How often answers are still to be wrong. */
export interface Trouble {
  /** Answers whose `totalResults` is one too large. */
  wrongTotals: number;
  /** Pages behind the first whose rows have moved. */
  movedRows: number;
}

const defaultLogin = { loginId: 'sandbox', password: 'sandbox-password' };

/** A login and its password, as one key. */
export function keyOf(loginId: string, password: string): string {
  return `${loginId}\n${password}`;
}

export function checkoutchampSettingsOf(options: CheckoutChampOptions): Settings {
  const { loginId = defaultLogin.loginId, password = defaultLogin.password } = options;
  const { rateLimit = false, ...common } = options;
  const settings = { ...common, rateLimit, apiKey: keyOf(loginId, password) };
  const none = { perMinute: Infinity, perSecond: Infinity };
  return settingsOf(settings, { apiKey: settings.apiKey, rateLimits: none });
}
