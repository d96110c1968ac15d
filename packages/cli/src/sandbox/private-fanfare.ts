import { createFanfareSandbox } from 'sequenzy-sandbox';
import { exampleProducts } from './example-products.ts';

/** The one key every Fanfare sandbox of this program knows. It is public. */
export const fanfareSandboxKey = 'sk_live_sandbox';

/** How many example products there are. */
export const exampleCount = 20;

/** A sandbox of Fanfare's API with example products. */
export function createExampleFanfare() {
  const sandbox = createFanfareSandbox({ basePath: '/api' });
  sandbox.seedProducts(exampleProducts(exampleCount));
  return sandbox;
}

/** One that lives and ends with this command. */
export function openPrivateFanfare() {
  const { fetch } = createExampleFanfare();
  return { apiKey: fanfareSandboxKey, baseUrl: 'http://fanfare.localhost/api', fetch };
}
