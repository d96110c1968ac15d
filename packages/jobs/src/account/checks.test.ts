import { describe, expect, it } from 'vitest';
import { companyCheck, permissionChecks } from './account-checks.ts';
import { clockCheck } from './clock-check.ts';

describe('the clock', () => {
  const now = Date.parse('2026-03-02T09:30:00Z');

  it.each([
    ['Mon, 02 Mar 2026 09:30:40 GMT', 'ok', 'within 40 s'],
    ['Mon, 02 Mar 2026 09:35:00 GMT', 'warning', '300 s behind the server'],
    ['Mon, 02 Mar 2026 09:25:00 GMT', 'warning', '300 s ahead of the server'],
    ['soon', 'warning', 'the server did not say what time it is'],
    [null, 'warning', 'the server did not say what time it is'],
  ])('%s: %s', (date, status, message) => {
    expect(clockCheck(date, now)).toMatchObject({ status, message });
  });
});

describe('permissions', () => {
  it.each([
    [
      ['products:write', 'products:read'],
      ['ok', 'ok'],
    ],
    [['products:*'], ['ok', 'ok']],
    [['products:write'], ['ok', 'warning']],
    [['orders:write'], ['failed', 'warning']],
  ])('%j: %j', (scopes, statuses) => {
    const checks = permissionChecks({ apiKeyPermissions: { scopes } });
    expect(checks.map(({ status }) => status)).toEqual(statuses);
  });

  it('that the API does not tell are a warning, not a failure', () => {
    expect(permissionChecks({})).toMatchObject([{ status: 'warning' }]);
  });
});

describe('the company', () => {
  const companies = [{ id: 'a', name: 'Alder' }, { id: 'b' }];

  it.each([
    [{ companies, currentCompanyId: 'a' }, 'a', 'ok', 'Alder (a)'],
    [
      { companies, currentCompanyId: 'a' },
      undefined,
      'warning',
      'Alder (a), one of 2 this key reaches',
    ],
    [{ companies, currentCompanyId: 'a' }, 'b', 'failed', 'Alder (a), although b was asked for'],
    [{}, undefined, 'warning', 'the API did not say which company this is'],
  ])('%j asked for %s: %s', (account, asked, status, message) => {
    expect(companyCheck(account, asked)).toMatchObject({ status, message });
  });
});
