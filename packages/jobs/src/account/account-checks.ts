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
  const restricted = permissions.roleRestrictedScopes ?? [];
  const role = restricted.length === 0 ? [] : [roleCheck(restricted)];
  return [...grantChecks(permissions, restricted), ...role, ...sendingChecks(permissions)];
}

type Permissions = NonNullable<Account['apiKeyPermissions']>;

function grantChecks(
  { fullAccess, scopes, manageUrl }: Permissions,
  restricted: readonly string[],
): Check[] {
  const isWhole = fullAccess === true && restricted.length === 0;
  if (isWhole) return [ok('permissions', 'everything')];
  const given = scopes ?? (fullAccess === true ? ['*'] : undefined);
  if (given === undefined) {
    return [
      warning('permissions', 'the API did not say what the key may do', 'Try it with one product.'),
    ];
  }
  const where = typeof manageUrl === 'string' ? ` at ${manageUrl}` : '';
  return needs.map((need) => {
    const name = `permission ${need.scope}`;
    const make = need.required ? failed : warning;
    if (grants(restricted, need.scope)) {
      return make(
        name,
        `taken away by the role of the key’s owner, needed for ${need.for}`,
        askOwner,
      );
    }
    if (grants(given, need.scope)) return ok(name, 'given');
    return make(name, `missing, needed for ${need.for}`, `Give the key ${need.scope}${where}.`);
  });
}

const askOwner = 'Have the role changed in the workspace, or use the key of somebody who has it.';

function roleCheck(restricted: readonly string[]): Check {
  return warning('role', `takes away what the key has: ${restricted.join(', ')}`, askOwner);
}

/** What a key that may not send live does arrives, and starts no mail. */
function sendingChecks(permissions: Permissions): Check[] {
  const { canSendLive, liveDeliveryBlockedByRole, missingLiveDeliveryScopes } = permissions;
  if (canSendLive !== false && liveDeliveryBlockedByRole !== true) return [];
  const missing = missingLiveDeliveryScopes ?? [];
  const why = liveDeliveryBlockedByRole === true ? ' (the role of its owner forbids it)' : '';
  const lacks = missing.length === 0 ? '' : `; it lacks ${missing.join(', ')}`;
  const advice =
    'Orders and products arrive all the same. To start mail with it, change the key or the role.';
  return [warning('live sending', `this key may not send live mail${why}${lacks}`, advice)];
}

/** `*` and `products:*` are not documented, and common. */
function grants(scopes: readonly string[], scope: string): boolean {
  const [resource = ''] = scope.split(':');
  return [scope, `${resource}:*`, '*'].some((granting) => scopes.includes(granting));
}
