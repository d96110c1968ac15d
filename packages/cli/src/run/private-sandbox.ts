import type * as sandboxPackage from 'sequenzy-sandbox';

/** The one key every sandbox of this program knows. It is public. */
export const sandboxKey = 'seq_live_sandbox';

/** A sandbox that lives and ends with this command. It is handed in because only `--sandbox` should load it. */
export function openPrivateSandbox(
  company: string | undefined,
  { createSandbox }: Pick<typeof sandboxPackage, 'createSandbox'>,
) {
  const apiKey =
    company === undefined ? sandboxKey : [{ key: sandboxKey, companies: [company] as const }];
  const { fetch } = createSandbox({ apiKey });
  return { apiKey: sandboxKey, baseUrl: 'http://sandbox.localhost', fetch, proxy: undefined };
}
