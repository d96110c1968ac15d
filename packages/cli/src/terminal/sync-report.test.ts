import {
  SequenzyBadRequestError,
  SequenzyConnectionError,
  SequenzyNotFoundError,
  SequenzyServerError,
} from 'sequenzy-commerce';
import { interruption, stopReason } from 'sequenzy-jobs/report/stop-reason.ts';
import { expect, it } from 'vitest';
import { canContinue } from './sync-report.ts';

it.each([
  [new SequenzyNotFoundError('not-found', 'x', { status: 404 }), false],
  [new SequenzyBadRequestError('bad-request', 'x', { status: 405 }), false],
  [new SequenzyConnectionError('connection', 'x', { retryable: false }), false],
  [new SequenzyConnectionError('connection', 'x', { retryable: true }), true],
  [new SequenzyServerError('server', 'x', { status: 503 }), true],
])('after %o starting again helps by itself: %s', (error, helps) => {
  expect(canContinue(stopReason(error))).toBe(helps);
});

it('where the same command starts over, it does not continue', () => {
  expect(canContinue(interruption)).toBe(true);
  expect(canContinue({ ...interruption, advice: [{ act: 'start-over' }] })).toBe(false);
});
