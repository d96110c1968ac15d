import { productSchema, type Product, type Provider } from 'sequenzy-contract';
import * as z from 'zod/mini';
import { mountsOf, type ApiSandbox } from '../service/api-sandbox.ts';
import { CommerceApi } from './commerce-api.ts';
import { viewOf, type CompanyView } from './inspection.ts';
import { settingsOf, type SandboxOptions } from '../service/options.ts';
import { Service } from '../service/service.ts';
import { applyProduct } from './store/apply-product.ts';

/** The Sequenzy Commerce API in memory. Its own properties show the first company of the first key. */
export interface Sandbox extends ApiSandbox, CompanyView {
  /** What another company holds. */
  company(id: string): CompanyView;
  /**
   * Puts products into the catalog without a request, also such as other providers have brought in.
   * Throws a `ZodError` for a product that the API would refuse.
   */
  seedProducts(products: readonly Product[], options?: SeedOptions): void;
}

interface SeedOptions {
  /** Default: `api`. */
  readonly provider?: Provider;
  /** Default: the first company of the first key. */
  readonly companyId?: string;
}

/**
 * Creates a sandbox. It needs no network and no Node module, and shares nothing with another one.
 *
 * @throws RangeError for a rate limit, latency or fault whose numbers make no sense.
 *
 * @example
 * const sandbox = createSandbox({ faults: [{ times: 1, do: { kind: 'reset', when: 'after-work' } }] });
 * const sequenzy = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', fetch: sandbox.fetch });
 * await sequenzy.products.upsert([{ productId: 'mug', title: 'Mug', priceCents: 1450, currency: 'EUR' }]);
 * sandbox.products.get('mug')?.inStock // true
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = settingsOf(options);
  const api = new CommerceApi(settings.seed);
  const service = new Service(api, settings);
  const first = service.keyring.firstCompany;
  const view = viewOf(() => api.companies.get(first));
  return {
    ...mountsOf(service, api),
    get requests() {
      return [...service.log.all];
    },
    products: view.products,
    subscribers: view.subscribers,
    orders: view.orders,
    get events() {
      return view.events;
    },
    get waitlist() {
      return view.waitlist;
    },
    company: (id) => viewOf(() => api.companies.get(id)),
    seedProducts(products, { provider = 'api', companyId = first } = {}) {
      const company = api.companies.get(companyId);
      const now = new Date(settings.clock.now()).toISOString();
      for (const product of z.array(productSchema).parse(products)) {
        applyProduct(company, product, provider, now);
      }
    },
  };
}
