import type { Io } from '../job/io.ts';

/** The variable of the environment that names a proxy for a URL, whatever `NO_PROXY` says: lower case first, as in curl. */
export function proxyVariable(
  { protocol }: Pick<URL, 'protocol'>,
  env: Io['env'],
): string | undefined {
  const names = [`${protocol.replace(':', '')}_proxy`, 'all_proxy'];
  return names
    .flatMap((name) => [name, name.toUpperCase()])
    .find((name) => (env[name] ?? '') !== '');
}

/** The address in such a variable. Without a scheme it is spoken to in HTTP, as curl does. */
export function proxyAddress(text: string): URL | undefined {
  const address = text.includes('://') ? text : `http://${text}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** The `Proxy-Authorization` header for an address with a user or a password. */
export function proxyAuthorization({ username, password }: URL): string | undefined {
  if (username + password === '') return undefined;
  const pair = `${decoded(username)}:${decoded(password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

/** Passwords of the environment's proxies in every spelling; none may be shown. */
export function proxySecrets(env: Io['env']): string[] {
  return ['http_proxy', 'https_proxy', 'all_proxy']
    .flatMap((name) => [name, name.toUpperCase()])
    .map((name) => proxyAddress(env[name] ?? ''))
    .filter((address) => address !== undefined)
    .filter(({ password }) => password !== '')
    .flatMap((address) => {
      const [, token = ''] = proxyAuthorization(address)?.split(' ') ?? [];
      return [address.password, decoded(address.password), token];
    });
}

/** A bare `%` stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
