import type { Api } from './api.ts';
import type { Fault } from '../faults/fault.ts';
import type { FaultRule } from '../faults/script.ts';
import type { Exchange } from '../http/answer.ts';
import { sandboxFetch, toFetchResult } from '../http/fetch.ts';
import type { LoggedRequest } from './request-log.ts';
import type { Service } from './service.ts';

/** What every sandbox has, whatever API it is. */
export interface ApiSandbox<Kind extends Fault = Fault> {
  /** Every path of the API lies under it: `/api/v1`. */
  readonly basePath: string;
  /**
   * Hand it to a client in place of `fetch`, bound or not. Any origin is accepted. Faults of the connection reject as
   * in Node (`TypeError: fetch failed` with `cause.code`), `init.signal` is honoured. Redirects are not followed:
   * the answer is handed over, or with `redirect: 'error'` rejected.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Alike for a `Request`: the one function behind every mount. */
  readonly handle: (request: Request) => Promise<Response>;
  /** For mounts of your own: how the exchange ended, before it becomes a `Response` or a broken connection. */
  readonly exchange: (request: Request) => Promise<Exchange>;
  /** What arrived, in order. */
  readonly requests: readonly LoggedRequest[];
  /** Add or clear faults while the sandbox runs. */
  readonly faults: {
    /** Adds rules behind those that are there. */
    add(...rules: readonly FaultRule<Kind>[]): void;
    /** Takes every rule away. */
    clear(): void;
  };
  /** As on the first day: no data, no log, the script of faults from its beginning. */
  reset(): void;
}

/** Everything but `requests`, which a sandbox must look up each time. */
export function mountsOf(service: Service, { basePath }: Api): Omit<ApiSandbox, 'requests'> {
  const exchange = (request: Request): Promise<Exchange> => service.exchange(request);
  return {
    basePath,
    exchange,
    handle: async (request) => toFetchResult(await exchange(request), request.signal),
    fetch: sandboxFetch((arrival) => service.serve(arrival)),
    faults: service.faults,
    reset: () => {
      service.reset();
    },
  };
}
