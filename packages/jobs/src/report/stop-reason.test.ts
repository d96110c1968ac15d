import {
  SequenzyAbortError,
  SequenzyAuthenticationError,
  SequenzyBadRequestError,
  SequenzyConnectionError,
  SequenzyPermissionError,
  SequenzyRateLimitError,
  SequenzyServerError,
} from 'sequenzy-commerce';
import { expect, it } from 'vitest';
import { toldOf } from './advice.ts';
import { asUserError, stopReason } from './stop-reason.ts';

const at = new Date('2026-03-02T09:30:00Z');

it.each([
  [new SequenzyAuthenticationError('authentication', 'x'), 4, /Check the key/],
  [
    new SequenzyPermissionError('permission', 'x', { missingScopes: ['products:write'] }),
    4,
    /products:write/,
  ],
  [new SequenzyPermissionError('permission', 'x'), 4, /company/],
  [
    new SequenzyRateLimitError('rate-limit', 'x', { retryAt: at }),
    75,
    /Not before 2026-03-02T09:30/,
  ],
  [new SequenzyBadRequestError('bad-request', 'x', { status: 405 }), 75, /base URL/],
  [
    new SequenzyBadRequestError('bad-request', 'x', { status: 200 }),
    75,
    /correct what its message names/,
  ],
  [
    new SequenzyBadRequestError('bad-request', 'x', { status: 422 }),
    75,
    /correct what its message names/,
  ],
  [new SequenzyAbortError('abort', 'x'), 130, /to continue/],
  [new SequenzyConnectionError('connection', 'x', { retryable: false }), 75, /base URL/],
  [new SequenzyConnectionError('connection', 'x', { retryable: true }), 75, /network/],
  [new SequenzyServerError('server', 'x', { status: 200 }), 75, /proxy/],
  [new SequenzyServerError('server', 'x', { status: 503 }), 75, /same command again/],
])('%o ends with %i', (error, exitCode, nextStep) => {
  const reason = stopReason(error);
  expect(reason.exitCode).toBe(exitCode);
  expect(toldOf(reason).nextStep).toMatch(nextStep);
});

it('an interruption is told in our words, without a request and without advice', () => {
  const error = new SequenzyAbortError('abort', 'GET /api/v1/products: stopped by the caller');
  expect(asUserError(error)).toMatchObject({
    code: 'interrupted',
    message: 'Interrupted',
    advice: [],
    exitCode: 130,
  });
});
