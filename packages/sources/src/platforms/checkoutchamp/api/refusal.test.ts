import { expect, it } from 'vitest';
import { refusalOf, whyOf } from './refusal.ts';

it.each([
  [{ result: 'SUCCESS', message: {} }, undefined],
  [{ message: { data: [] } }, undefined],
  [{ result: 'ERROR', message: 'No orders matching those parameters could be found' }, 'none'],
  [{ result: 'ERROR', message: 'IP must be whitelisted - 203.0.113.7' }, 'address'],
  [{ result: 'ERROR', message: 'Invalid login credentials' }, 'login'],
  [{ result: 'ERROR', message: 'No permission found for this API user' }, 'login'],
  [{ result: 'ERROR', message: { startDate: 'must be a date' } }, 'request'],
  [{ result: 'ERROR', message: 'startDate is required' }, 'request'],
  [{ result: 'ERROR', message: 'Internal error' }, 'passing'],
  [{ result: 'ERROR', message: null }, 'passing'],
  [[], 'passing'],
])('%j means %s', (answer, why) => {
  expect(whyOf(answer)).toBe(why);
});

it.each([
  ['IP must be whitelisted - 203.0.113.7', 'Add 203.0.113.7 to'],
  ['Please whitelist IP 2001:db8::17 first', 'Add 2001:db8::17 to'],
  ['IP is not allowed', 'Add the address of this machine to'],
])('%s names the address to let in', (said, advice) => {
  expect(refusalOf(said)).toMatchObject({
    end: 'refused',
    nextStep: expect.stringContaining(advice) as string,
  });
});
