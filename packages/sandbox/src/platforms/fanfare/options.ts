import type { CommonFault } from '../../faults/fault.ts';
import { settingsOf, type CommonOptions, type Settings } from '../../service/options.ts';
import type { RateLimits } from '../../service/rate-limit.ts';

/** How a variant's doubtful fields are called, in requests and in replies. */
export interface FanfareNames {
  /** Stock count. Default: `inventoryQuantity`. */
  readonly quantity: string;
  /** `limited` or `open`. Default: `inventoryPolicy`. */
  readonly inventoryPolicy: string;
  /** ISO 4217. Default: `currencyCode`, as the webhooks have it. */
  readonly currency: string;
}

export interface FanfareOptions extends CommonOptions<CommonFault> {
  /**
   * Secret keys that are let in as `Authorization: Bearer <key>`, all of one organization; any other is answered
   * with 401. Default: `sk_live_sandbox`.
   */
  readonly apiKey?: string | readonly string[];
  /**
   * `true` for the documented limit, 1,000 requests a minute for the whole organization, or limits of your own.
   * Beyond them: 429 with `Retry-After` in whole seconds. Default: `false`, no limit.
   */
  readonly rateLimit?: boolean | RateLimits;
  /**
   * Where the API lies. The documentation contradicts itself: the guides say `/api/v1`, the OpenAPI description
   * `/api`. Default: `/api/v1`.
   */
  readonly basePath?: '/api/v1' | '/api';
  /**
   * How `GET /products` answers. `cursor` is documented: `{ data, pageInfo: { startCursor, endCursor } }` by `first`,
   * `last`, `after`, `before`. `none` is what the guide to products reads like, and assumed: a bare array of
   * everything, as from `/products/search`. Default: `cursor` under `/api`, `none` under `/api/v1`.
   */
  readonly paging?: 'none' | 'cursor';
  /** Whether `GET /products` shows archived products. Nobody documents it. Default: `listed`. */
  readonly archived?: 'listed' | 'hidden';
  /** Names no documentation shows. Default: see {@link FanfareNames}. */
  readonly names?: Partial<FanfareNames>;
}

/** What is not certain about the API, decided. */
export interface Dialect {
  readonly basePath: '/api/v1' | '/api';
  readonly paging: 'none' | 'cursor';
  readonly archived: 'listed' | 'hidden';
  readonly names: FanfareNames;
}

const defaults = {
  apiKey: 'sk_live_sandbox',
  // No burst limit is documented for the Admin API: a second may take the whole minute's.
  rateLimits: { perMinute: 1000, perSecond: 1000 },
};

export function fanfareSettingsOf(options: FanfareOptions): Settings {
  return settingsOf(options, defaults);
}

/** Throws a `RangeError` where one name stands for two fields. */
export function dialectOf(options: FanfareOptions): Dialect {
  const { basePath = '/api/v1', archived = 'listed' } = options;
  const names = {
    quantity: options.names?.quantity ?? 'inventoryQuantity',
    inventoryPolicy: options.names?.inventoryPolicy ?? 'inventoryPolicy',
    currency: options.names?.currency ?? 'currencyCode',
  };
  const taken = new Set(['id', 'sku', 'price', 'options', 'productId', 'organizationId']);
  for (const name of Object.values(names)) {
    if (taken.has(name)) throw new RangeError(`names: ${name} stands for two fields of a variant`);
    taken.add(name);
  }
  const paging = options.paging ?? (basePath === '/api' ? 'cursor' : 'none');
  return { basePath, paging, archived, names };
}
