import { expect, it } from 'vitest';
import { currency } from './currency-code.ts';

it.each([
  ['usd', 'USD'],
  ['EUR', 'EUR'],
  ['clf', 'CLF'],
])('%s is %s', (text, code) => {
  expect(currency(text)).toBe(code);
});

it.each([
  ['UDS', '(Did you mean USD?)'],
  ['gpb', '(Did you mean GBP?)'],
  ['euro', '(Did you mean EUR?)'],
  ['EU', '(Did you mean EUR?)'],
  ['JPX', '(Did you mean JPY?)'],
])('%s is asked about', (text, hint) => {
  expect(() => currency(text)).toThrow(hint);
});

it.each(['XXQ', 'dollars', '$', ''])('%s is refused', (text) => {
  expect(() => currency(text)).toThrow(/^Expected an ISO 4217 code, such as USD\.$/);
});
