import { MappingNeeded, type RemoteOptions, type SourceError } from 'sequenzy-sources';
import { adviceOf } from '../report/advice.ts';
import { exitCodes } from '../report/exit-codes.ts';
import type { Io } from '../job/io.ts';
import { UserError } from '../report/user-error.ts';
import { runAgain } from '../report/stop-reason.ts';
import { fetchThrough } from '../connect/fetch-through.ts';
import { ProxyError } from '../report/proxy-error.ts';
import { UnconfirmedMapping } from './unconfirmed-mapping.ts';
import { proxyFor } from '../connect/proxy-for.ts';

/** Lets inputs be fetched through the proxy that the environment names for them. */
export function throughProxies(remote: RemoteOptions, { env }: Pick<Io, 'env'>): RemoteOptions {
  return {
    ...remote,
    proxyFetch: (url) => {
      const proxy = proxyFor(url, env);
      return proxy === undefined ? undefined : fetchThrough(proxy);
    },
  };
}

/** Whether an input could not be fetched because of the proxy or the variable that names it. */
export function isProxyFault({ cause }: SourceError): boolean {
  return cause instanceof ProxyError || cause instanceof UserError;
}

/** Turns what is wrong with an input into an error for its user. */
export function refusalOf(error: SourceError): UserError {
  const { code, problem, advice, cause } = error;
  const { file, line, cell, column, value } = error;
  if (error instanceof MappingNeeded) return new UnconfirmedMapping(error.proposal);
  if (cause instanceof UserError) return cause;
  if (cause instanceof ProxyError) {
    const advice = [...adviceOf(cause.nextStep), runAgain];
    const { stopped: exitCode } = exitCodes;
    return new UserError('proxy', cause.message, advice, { exitCode, place: { file } });
  }
  return new UserError(code, problem, advice, { place: { file, line, cell, column, value } });
}
