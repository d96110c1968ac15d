import { expect, it } from 'vitest';
import { codeOf, problemIn, refusalOf } from './code.ts';

it.each([
  [{ response_code: '100' }, '100'],
  [{ response_code: 333 }, '333'],
  [{ responseCode: ' 200 ' }, '200'],
  [{}, undefined],
  [[], undefined],
  ['100', undefined],
])('the code of %j is %s', (answer, code) => {
  expect(codeOf(answer)).toBe(code);
});

it.each([
  [{ response_code: '200', error_message: 'Invalid username or password' }, true],
  [{ response_code: '1000', error_message: 'Could not authenticate' }, true],
  [{ response_code: '600', error_message: 'No permission for order_view' }, true],
  [{ response_code: '350', error_message: 'Invalid order id supplied' }, false],
])('%j refuses the login: %s', (answer, isRefused) => {
  expect(refusalOf(problemIn(answer).message ?? '')?.end === 'refused').toBe(isRefused);
});
