import { productSchema, type Product, type Provider } from 'sequenzy-contract';
import * as z from 'zod/mini';
import type { Faults } from './faults/script.ts';
import type { Exchange } from './http/answer.ts';
import { sandboxFetch, toFetchResult } from './http/fetch.ts';
import { viewOf, type CompanyView } from './inspection.ts';
import { settingsOf, type SandboxOptions } from './options.ts';
import type { LoggedRequest } from './request-log.ts';
import { Service } from './service.ts';
import { applyProduct } from './store/apply-product.ts';

/** The Sequenzy Commerce API in memory. Its own properties show the first company of the first key. */
export interface Sandbox extends CompanyView {
  /**
   * Hand it to a client in place of `fetch`, bound or not. Any origin is accepted. Faults of the connection reject as
   * in Node (`TypeError: fetch failed` with `cause.code`), `init.signal` is honoured. Redirects are not followed:
   * the answer is handed over, or with `redirect: 'error'` rejected.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** The same for a `Request`: the one function behind every mount. */
  readonly handle: (request: Request) => Promise<Response>;
  /** For mounts of your own: how the exchange ended, before it becomes a `Response` or a broken connection. */
  readonly exchange: (request: Request) => Promise<Exchange>;
  /** What arrived, in order. */
  readonly requests: readonly LoggedRequest[];
  /** Add or clear faults while the sandbox runs. */
  readonly faults: Pick<Faults, 'add' | 'clear'>;
  /** What another company holds. */
  company(id: string): CompanyView;
  /**
   * Puts products into the catalog without a request, also such as other providers have brought in.
   * Throws a `ZodError` for a product that the API would refuse.
   */
  seedProducts(products: readonly Product[], options?: SeedOptions): void;
  /** As on the first day: no data, no log, the script of faults from its beginning. */
  reset(): void;
}

export interface SeedOptions {
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
  const service = new Service(settings);
  const exchange = (request: Request): Promise<Exchange> => service.exchange(request);
  const first = service.keyring.firstCompany;
  const view = viewOf(() => service.companies.get(first));
  return {
    exchange,
    handle: async (request) => toFetchResult(await exchange(request), request.signal),
    fetch: sandboxFetch(exchange),
    faults: service.faults,
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
    company: (id) => viewOf(() => service.companies.get(id)),
    seedProducts(products, { provider = 'api', companyId = first } = {}) {
      const company = service.companies.get(companyId);
      const now = new Date(settings.clock.now()).toISOString();
      for (const product of z.array(productSchema).parse(products)) {
        applyProduct(company, product, provider, now);
      }
    },
    reset: () => {
      service.reset();
    },
  };
}
