import type { Sandbox } from '../commerce/sandbox.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; tests know its shape and compare it. */
  readonly body: Record<string, unknown>;
}

/** One request with the default key. */
export async function call(
  sandbox: Pick<Sandbox, 'fetch'>,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const response = await sandbox.fetch(`https://api.sequenzy.com/api/v1${path}`, {
    method,
    headers: { authorization: 'Bearer seq_live_sandbox', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const json = (await response.json()) as Record<string, unknown>; // every answer in question is an object
  return { status: response.status, headers: response.headers, body: json };
}

export function upsert(
  sandbox: Pick<Sandbox, 'fetch'>,
  ...products: readonly object[]
): Promise<Reply> {
  return call(sandbox, 'POST', '/products', { products });
}
