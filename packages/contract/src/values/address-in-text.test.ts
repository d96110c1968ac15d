import { expect, it } from 'vitest';
import { addressPattern, mentionsAddress } from './address-in-text.ts';

const email = 'ann.o+vip@shop.example';

it.each([
  'ann.o+vip@shop.example',
  '{"email":"Ann.O+VIP@Shop.Example"}',
  'a,ann.o+vip@shop.example,b',
  'email=ann.o%2Bvip%40shop.example&x=1',
  JSON.stringify('for\nann.o+vip@shop.example.'),
])('finds an address however it is written: %s', (text) => {
  expect(mentionsAddress(text, email)).toBe(true);
});

it.each([
  'joann.o+vip@shop.example',
  'ann.o+vip@shop.example.com',
  'annXo+vip@shop.example',
  '%E0%A4',
])('takes no longer address for it: %s', (text) => {
  expect(mentionsAddress(text, email)).toBe(false);
});

it('replaces every mention', () => {
  const text = 'of ann.o+vip@shop.example, ANN.O+VIP@shop.example';
  expect(text.replace(addressPattern(email), '…')).toBe('of …, …');
});
