import { productSchema, type Product, type Provider } from 'sequenzy-contract';
import * as z from 'zod/mini';
import { mountsOf, type ApiSandbox } from '../service/api-sandbox.ts';
import { Browsing } from './browsing/browsing.ts';
import { letBrowse } from './browsing/browsings.ts';
import { CommerceApi } from './commerce-api.ts';
import { viewOf, type CompanyView } from './inspection.ts';
import { settingsOf, type SandboxOptions } from '../service/options.ts';
import { Service } from '../service/service.ts';
import type { SequenceSeed } from './store/sequences.ts';
import type { SyncRule } from './store/sync-rules.ts';
import { restoreLines } from './state/restore.ts';
import { savedLines } from './state/save.ts';
import type { Company } from './store/company.ts';
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
  /** Adds automations, which the API cannot create here. */
  seedSequences(sequences: readonly SequenceSeed[], options?: Pick<SeedOptions, 'companyId'>): void;
  /** Sets the rules that act on events, in whatever form. */
  seedSyncRules(rules: readonly SyncRule[], options?: Pick<SeedOptions, 'companyId'>): void;
  /** Everything it holds, as lines of JSON: all companies, but neither the log nor the faults. */
  save(): Iterable<string>;
  /**
   * Puts back what {@link Sandbox.save} gave, in place of what it holds.
   *
   * @throws {TypeError} for other lines; names the line.
   */
  restore(lines: Iterable<string>): void;
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
  const api = new CommerceApi(settings.seed, settings.processing);
  const service = new Service(api, settings);
  const first = service.keyring.firstCompany;
  const now = (): number => settings.clock.now();
  const viewOfCompany = (id: string): CompanyView => viewOf(() => api.companies.get(id), now);
  const view = viewOfCompany(first);
  const sandbox: Sandbox = {
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
    get history() {
      return view.history;
    },
    sequences: view.sequences,
    get enrollments() {
      return view.enrollments;
    },
    get waitlist() {
      return view.waitlist;
    },
    company: viewOfCompany,
    seedProducts(products, { provider = 'api', companyId = first } = {}) {
      const company = api.companies.get(companyId);
      const at = new Date(now()).toISOString();
      for (const product of z.array(productSchema).parse(products)) {
        applyProduct(company, product, provider, at);
      }
    },
    seedSequences(sequences, { companyId = first } = {}) {
      const at = new Date(now()).toISOString();
      for (const sequence of sequences) api.companies.get(companyId).sequences.add(sequence, at);
    },
    seedSyncRules(rules, { companyId = first } = {}) {
      api.companies.get(companyId).syncRules.all = rules;
    },
    save: () => savedLines(api.companies),
    restore(lines) {
      api.companies.reset();
      restoreLines(api.companies, lines);
    },
  };
  const company = (): Company => api.companies.get(first);
  const reset = (): void => {
    sandbox.reset();
  };
  letBrowse(sandbox, new Browsing({ company, log: service.log, settings, reset }));
  return sandbox;
}
