import { apiPath } from './limits.ts';

/** Where the environment says the API is. */
export interface NamedAddress {
  readonly url: string | undefined;
  /** The variable that says it. */
  readonly variable?: string;
  /** What is wrong with it: two variables that disagree. */
  readonly fault?: string;
}

/**
 * Finds the address of the API in the environment: `SEQUENZY_API_URL` is what the vendor's CLI and MCP server read,
 * `SEQUENZY_BASE_URL` what its TypeScript client reads. Each is taken with or without {@link apiPath}.
 *
 * @param read gives a variable's value; one that is empty counts as absent.
 */
export function namedAddress(read: (variable: string) => string | undefined): NamedAddress {
  const given = (variable: string) => {
    const value = read(variable)?.trim();
    return value === '' ? undefined : value;
  };
  const origin = given('SEQUENZY_API_URL');
  const base = given('SEQUENZY_BASE_URL');
  if (origin === undefined || base === undefined || bareUrl(origin) === bareUrl(base)) {
    return origin === undefined
      ? { url: base, variable: 'SEQUENZY_BASE_URL' }
      : { url: origin, variable: 'SEQUENZY_API_URL' };
  }
  const both = `SEQUENZY_API_URL (${shown(origin)}) and SEQUENZY_BASE_URL (${shown(base)})`;
  return { url: origin, fault: `${both} name different addresses: unset one of them` };
}

/** A base URL without a slash or the path of the API at its end. */
export function bareUrl(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '').replace(new RegExp(`${apiPath}$`), '');
}

/** Without a password that it should not hold. */
function shown(url: string): string {
  if (!URL.canParse(url)) return 'not a URL';
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname === '/' ? '' : pathname}`;
}
