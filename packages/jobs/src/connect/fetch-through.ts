import { systemCode } from 'sequenzy-contract';
import type { Dispatcher, Pool } from 'undici';
import {
  isCertificateFault,
  ProxyError,
  refusedByProxy,
  unreachableProxy,
  untrustedBehindProxy,
  type Proxy,
} from '../report/proxy-error.ts';

type Fetch = typeof globalThis.fetch;

/** Milliseconds a proxy may take to connect: less than a request may take, so that the proxy is named and not the API. */
const longestConnect = 15_000;

/** A `fetch` through one proxy, which throws a {@link ProxyError} where the proxy is at fault. */
export function fetchThrough(proxy: Proxy): Fetch {
  let opened: Promise<Fetch> | undefined;
  return async (input, init) => {
    opened ??= open(proxy);
    return (await opened)(input, init);
  };
}

/** The library is loaded with the first request: on most machines there is no proxy. */
async function open(proxy: Proxy): Promise<Fetch> {
  const { Pool, ProxyAgent, fetch } = await import('undici');
  const { origin, authorization } = proxy;
  const dispatcher = new ProxyAgent({
    uri: origin,
    ...(authorization === undefined ? {} : { token: authorization }),
    clientFactory: (address, options) =>
      withNamedFailures(new Pool(address, { ...options, headersTimeout: longestConnect }), proxy),
  });
  return async (input, init) => {
    const request = new Request(input, init);
    const { url, method, headers, redirect, signal } = request;
    const body = request.body === null ? null : await request.arrayBuffer();
    try {
      const response: unknown = await fetch(url, {
        method,
        headers: [...headers],
        redirect,
        signal,
        body,
        dispatcher,
      });
      return response as Response; // the same interface, of another copy of the library
    } catch (error) {
      throw causeOf(error, proxy, new URL(url));
    }
  };
}

/** Nothing has been sent to the host when its proxy does not connect: such a failure is told apart from the host's. */
function withNamedFailures(pool: Pool, proxy: Proxy): Pool {
  const connect = pool.connect.bind(pool);
  const named = async (options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> => {
    const answer = await connect(options).catch((error: unknown) => {
      throw unreachableProxy(proxy, options.path, error);
    });
    if (answer.statusCode === 200) return answer;
    answer.socket.on('error', () => undefined).destroy();
    throw refusedByProxy(proxy, options.path, answer.statusCode);
  };
  return Object.assign(pool, { connect: named });
}

/** `fetch` hides what happened in the cause of its error. */
function causeOf(error: unknown, proxy: Proxy, { host }: URL): unknown {
  const cause = error instanceof TypeError ? error.cause : undefined;
  if (cause instanceof ProxyError) return cause;
  return isCertificateFault(systemCode(cause) ?? '')
    ? untrustedBehindProxy(proxy, host, cause)
    : error;
}
