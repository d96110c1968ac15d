import type { RemoteOptions, SourceError } from 'sequenzy-sources';
import { exitCodes } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import { UserError } from '../../user-error.ts';
import { runAgain } from '../stop-reason.ts';
import { fetchThrough } from './fetch-through.ts';
import { ProxyError } from './proxy-error.ts';
import { proxyFor } from './proxy-for.ts';

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
export function refusalOf({ code, message, file = '', cause }: SourceError): UserError {
  if (cause instanceof UserError) return cause;
  if (cause instanceof ProxyError) {
    const nextStep = `${cause.nextStep} ${runAgain}`;
    return new UserError('proxy', `${file}: ${cause.message}`, nextStep, exitCodes.stopped);
  }
  // The message of a SourceError is whole: place, problem and next step.
  return new UserError(code, message);
}
