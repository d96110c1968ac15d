import { worded } from 'sequenzy-contract';
import { expect, it } from 'vitest';
import { mappingSettings } from './settings.ts';
import { leftOutWarnings, skippedOrders, skipReason } from './skip-reason.ts';

it('orders left out have the option that includes them, where there is one', () => {
  expect(skippedOrders('test', 2)).toEqual({
    reason: 'test',
    orders: 2,
    option: 'includeTests',
  });
  expect(skippedOrders('no e-mail', 1)).toEqual({ reason: 'no e-mail', orders: 1 });
});

it('more than a tenth left out is a warning, a tenth is not', () => {
  const pending = skippedOrders('not paid yet', 90);
  const some = [pending, skippedOrders('no e-mail', 4)];
  expect(leftOutWarnings(some, 940)).toEqual([]);
  expect(leftOutWarnings(some, 939).map((words) => worded(words))).toEqual([
    '94 of 939 orders (10 %) are left out: 90 not paid yet (includePending includes them), 4 no e-mail.',
  ]);
  expect(leftOutWarnings([], 0)).toEqual([]);
});

it.each([
  ['a***@x.example', 'masked e-mail'],
  ['q1w2e3@marketplace.amazon.co.uk', 'masked e-mail'],
  ['ann_e3f4@members.ebay.com', 'masked e-mail'],
  ['ann@x.example', undefined],
  ['ann@privaterelay.appleid.com', undefined],
  [undefined, 'no e-mail'],
])('an order of %s is left out: %s', (email, reason) => {
  expect(skipReason({ email }, mappingSettings({}))).toBe(reason);
});
