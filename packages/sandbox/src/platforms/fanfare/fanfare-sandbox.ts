import { mountsOf, type ApiSandbox } from '../../service/api-sandbox.ts';
import { collection, type Collection } from '../../service/collection.ts';
import type { CommonFault } from '../../faults/fault.ts';
import { Service } from '../../service/service.ts';
import { FanfareApi } from './fanfare-api.ts';
import { dialectOf, fanfareSettingsOf, type FanfareOptions } from './options.ts';
import { seedProduct, type FanfareSeed } from './seed.ts';
import { everything, showProduct, type FanfareProduct } from './shown/product.ts';
import { showOption, type FanfareOption } from './shown/variant-option.ts';

/** The products part of Fanfare's Admin API in memory: one organization. */
export interface FanfareSandbox extends ApiSandbox<CommonFault> {
  /** By id, archived ones too, with variants and media assets. */
  readonly products: Collection<FanfareProduct>;
  /** By id. */
  readonly variantOptions: Collection<FanfareOption>;
  /**
   * Puts products into the catalog without a request, and answers them as the API would.
   * Throws a `ZodError` for fields the API would refuse, a `RangeError` for a sync source that is taken and for options
   * that cannot be chosen; products before the one in fault are there.
   */
  seedProducts(products: Iterable<FanfareSeed>): FanfareProduct[];
}

/**
 * Creates a sandbox of Fanfare's Admin API, as far as it is about products, for tests of what reads or writes a catalog
 * there. It needs no network and no Node module. What is documented and what is assumed stands with each option.
 *
 * @throws RangeError for a rate limit, latency, fault or name that makes no sense.
 *
 * @example
 * const fanfare = createFanfareSandbox({ basePath: '/api' });
 * fanfare.seedProducts([
 *   {
 *     name: 'Sneaker',
 *     url: 'https://shop.example/sneaker',
 *     images: ['https://cdn.example/sneaker.jpg'],
 *     variants: [{ sku: 'SN-9', price: '129.99', quantity: 3, options: { Size: '9' } }],
 *   },
 * ]);
 * await fanfare.fetch('https://admin.fanfare.io/api/products?first=20&include=variants,mediaAssets', {
 *   headers: { authorization: 'Bearer sk_live_sandbox' },
 * });
 */
export function createFanfareSandbox(options: FanfareOptions = {}): FanfareSandbox {
  const settings = fanfareSettingsOf(options);
  const dialect = dialectOf(options);
  const api = new FanfareApi(dialect, settings.seed);
  const service = new Service(api, settings);
  return {
    ...mountsOf(service, api),
    get requests() {
      return [...service.log.all];
    },
    products: collection(
      () => api.organization.products,
      (record) => showProduct(record, api.organization, dialect.names, everything),
    ),
    variantOptions: collection(
      () => api.organization.options,
      (record) => showOption(record, api.organization.id),
    ),
    seedProducts(products) {
      const now = new Date(settings.clock.now()).toISOString();
      return Array.from(products, (seed) => {
        const record = seedProduct(api.organization, seed, now);
        return showProduct(record, api.organization, dialect.names, everything);
      });
    },
  };
}
