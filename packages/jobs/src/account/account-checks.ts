import type { Account } from 'sequenzy-commerce';
import { adviceOf } from '../report/advice.ts';
import { failed, ok, warning, type Check } from './check.ts';
import { option, say } from 'sequenzy-contract';

/** What the commands of this program need, the one without which nothing works first. */
const needs = [
  { scope: 'products:write', for: 'catalog sync, catalog delete', required: true },
  {
    scope: 'products:read',
    for: 'catalog list and get, and catalog sync for what the input does not state',
    required: false,
  },
] as const;

/** Whether a sync cannot do without one of them. */
export function holdsRequired(scopes: readonly string[]): boolean {
  return needs.some(({ scope, required }) => required && scopes.includes(scope));
}

/** Which company the key works for. */
export function companyCheck(account: Account, asked: string | undefined): Check {
  const { companies = [], currentCompanyId } = account;
  const current = currentCompanyId ?? undefined;
  if (current === undefined) {
    return warning('company', 'the API did not say which company this is', pickCompany);
  }
  const name = companies.find(({ id }) => id === current)?.name ?? undefined;
  const shown = name === undefined ? current : `${name} (${current})`;
  if (asked !== undefined && asked !== current) {
    return failed('company', `${shown}, although ${asked} was asked for`, pickCompany);
  }
  if (asked === undefined && companies.length > 1) {
    const others = String(companies.length);
    return warning('company', `${shown}, one of ${others} this key reaches`, pickCompany);
  }
  return ok('company', shown);
}

const pickCompany = adviceOf(say`Pick the company with ${option('company', '<id>')}.`);

/** What the key may do, as far as the API says. */
export function permissionChecks(account: Account): Check[] {
  const permissions = account.apiKeyPermissions ?? {};
  if (permissions.fullAccess === true) return [ok('permissions', 'everything')];
  const { scopes, manageUrl } = permissions;
  if (scopes === undefined) {
    return [
      warning('permissions', 'the API did not say what the key may do', 'Try it with one product.'),
    ];
  }
  const where = typeof manageUrl === 'string' ? ` at ${manageUrl}` : '';
  return needs.map((need) => {
    const name = `permission ${need.scope}`;
    if (grants(scopes, need.scope)) return ok(name, 'given');
    const make = need.required ? failed : warning;
    return make(name, `missing, needed for ${need.for}`, `Give the key ${need.scope}${where}.`);
  });
}

/** `*` and `products:*` are not documented, and common. */
function grants(scopes: readonly string[], scope: string): boolean {
  const [resource = ''] = scope.split(':');
  return [scope, `${resource}:*`, '*'].some((granting) => scopes.includes(granting));
}
