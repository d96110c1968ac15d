import { getProxyForUrl } from 'proxy-from-env';
import type { Io } from '../job/io.ts';
import type { Proxy } from '../report/proxy-error.ts';
import { UserError } from '../report/user-error.ts';
import { proxyAddress, proxyAuthorization, proxyVariable } from './proxy-variables.ts';

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
