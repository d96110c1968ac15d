import type { ApiSandbox } from './service/api-sandbox.ts';

/** The API of a platform in memory, with example records to rehearse with. */
export interface ExampleApi {
  /** Lower case: `fanfare`. */
  readonly name: string;
  /** As people call it. */
  readonly label: string;
  /** What it lets in: a key, or a login and its password. They are public. */
  readonly secrets: readonly [string, ...string[]];
  /** Every path of the API lies under it. */
  readonly basePath: string;
  /** How many example records there are of each kind. */
  readonly records: { readonly products?: number; readonly orders?: number };
  /** Starts over each time. */
  start(): Promise<ApiSandbox>;
}

/** Every API with examples. What is only listed loads none of them. */
export const exampleApis: readonly ExampleApi[] = [
  {
    name: 'fanfare',
    label: 'Fanfare',
    secrets: ['sk_live_sandbox'],
    basePath: '/api',
    records: { products: 20 },
    async start() {
      const { exampleFanfare } = await import('./platforms/fanfare/example-products.ts');
      return exampleFanfare(this.records.products ?? 0);
    },
  },
  {
    name: 'checkoutchamp',
    label: 'CheckoutChamp',
    secrets: ['sandbox', 'sandbox-password'],
    basePath: '',
    records: { products: 6, orders: 40 },
    async start() {
      const { exampleCheckoutChamp } = await import('./platforms/checkoutchamp/example-account.ts');
      return exampleCheckoutChamp(this.records.orders ?? 0);
    },
  },
  {
    name: 'stickyio',
    label: 'sticky.io',
    secrets: ['sandbox', 'sandbox-password'],
    basePath: '',
    records: { orders: 40 },
    async start() {
      const { exampleStickyIo } = await import('./platforms/stickyio/example-account.ts');
      return exampleStickyIo(this.records.orders ?? 0);
    },
  },
];
