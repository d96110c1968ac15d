import type { Sandbox } from 'sequenzy-jobs/connect/connection.ts';

/** The one key every sandbox of this program knows. It is public. */
export const sandboxKey = 'seq_live_sandbox';

/** Sandboxes that live and end with this command. Only `--sandbox` loads what they are made of. */
export const privateSandbox: Sandbox = {
  async open(company) {
    const { createSandbox } = await import('sequenzy-sandbox');
    const apiKey =
      company === undefined ? sandboxKey : [{ key: sandboxKey, companies: [company] as const }];
    const { fetch } = createSandbox({ apiKey });
    return { apiKey: sandboxKey, baseUrl: 'http://sandbox.localhost', fetch };
  },
  async openLive(name) {
    const { exampleApis } = await import('sequenzy-sandbox/examples');
    const example = exampleApis.find((one) => one.name === name);
    if (example === undefined) return undefined;
    const { fetch, basePath } = await example.start();
    const { secrets } = example;
    return { apiKey: secrets[0], secrets, baseUrl: `http://${name}.localhost${basePath}`, fetch };
  },
};
