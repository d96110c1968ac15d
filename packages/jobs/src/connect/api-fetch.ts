import { SequenzyConnectionError } from 'sequenzy-commerce';
import type { Io } from '../job/io.ts';
import { fetchThrough } from './fetch-through.ts';
import { ProxyError, type Proxy } from '../report/proxy-error.ts';
import { proxyFor } from './proxy-for.ts';

type Fetch = typeof globalThis.fetch;

/** How an API is reached. */
export interface Way {
  readonly fetch: Fetch;
  readonly proxy: Proxy | undefined;
}

/**
 * Directly, or through the proxy that the environment names.
 *
 * @param baseUrl Where the API is; whether it can be used is the client's to say.
 * @throws {UserError} The variable is not the address of an HTTP proxy.
 */
export function wayTo(baseUrl: string, env: Io['env']): Way {
  const proxy = URL.canParse(baseUrl) ? proxyFor(new URL(baseUrl), env) : undefined;
  return { proxy, fetch: proxy === undefined ? globalThis.fetch : throughProxy(proxy) };
}

/** A client repeats what never left. */
function throughProxy(proxy: Proxy): Fetch {
  const fetch = fetchThrough(proxy);
  return async (input, init) => {
    const request = new Request(input, init);
    try {
      return await fetch(request);
    } catch (error) {
      if (!(error instanceof ProxyError)) throw error;
      const { method } = request;
      const path = new URL(request.url).pathname;
      throw new SequenzyConnectionError('connection', `${method} ${path}: ${error.message}`, {
        method,
        path,
        retryable: error.retryable,
        ambiguous: false,
        cause: error,
      });
    }
  };
}
