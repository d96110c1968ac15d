import { getProxyForUrl } from 'proxy-from-env';
import type { Io } from '../../io.ts';
import { UserError } from '../../user-error.ts';
import { proxyAddress, proxyAuthorization, proxyVariable } from './proxy-variables.ts';

/** A proxy that the environment names. */
export interface Proxy {
  /** Without user and password, so that it can be shown. */
  readonly origin: string;
  /** Value of the `Proxy-Authorization` header. Never shown. */
  readonly authorization: string | undefined;
  /** The variable that names it. */
  readonly variable: string;
}

/**
 * The proxy that leads to a URL; undefined where there is none, or `NO_PROXY` names the host.
 *
 * @throws {UserError} The variable is not the address of an HTTP proxy.
 */
export function proxyFor(url: URL, env: Io['env']): Proxy | undefined {
  const variable = proxyVariable(url, env);
  if (variable === undefined || getProxyForUrl(url.href) === '') return undefined;
  const address = proxyAddress(env[variable] ?? '');
  if (address?.protocol !== 'http:' && address?.protocol !== 'https:') {
    throw new UserError(
      'bad-proxy',
      `${variable} is not the address of an HTTP proxy`,
      `Write it like http://proxy.example:3128, or add ${url.hostname} to NO_PROXY to connect without a proxy.`,
    );
  }
  return { origin: address.origin, authorization: proxyAuthorization(address), variable };
}
