import type { ApiSandbox } from './service/api-sandbox.ts';

/** The API of a platform in memory, with example products to rehearse with. */
export interface ExampleApi {
  /** Lower case: `fanfare`. */
  readonly name: string;
  /** As people call it. */
  readonly label: string;
  /** The one key it knows. It is public. */
  readonly apiKey: string;
  /** Every path of the API lies under it. */
  readonly basePath: string;
  /** How many example products there are. */
  readonly products: number;
  /** Begins anew each time. */
  start(): Promise<ApiSandbox>;
}

/** Every API with examples. What is only listed loads none of them. */
export const exampleApis: readonly ExampleApi[] = [
  {
    name: 'fanfare',
    label: 'Fanfare',
    apiKey: 'sk_live_sandbox',
    basePath: '/api',
    products: 20,
    async start() {
      const { exampleFanfare } = await import('./platforms/fanfare/example-products.ts');
      return exampleFanfare(this.products);
    },
  },
];
