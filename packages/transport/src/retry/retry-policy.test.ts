import { describe, expect, it } from 'vitest';
import { ApiError, type ErrorDetails } from '../errors/api-error.ts';
import { decide, type Failure } from './retry-policy.ts';

const reset: ErrorDetails = { retryable: true, ambiguous: true };

function failure(details: ErrorDetails, changes: Partial<Failure> = {}): Failure {
  return {
    error: new ApiError(details.status === 429 ? 'rate-limit' : 'server', 'it failed', details),
    replayable: true,
    retries: 0,
    maxRetries: 5,
    rateLimited: 0,
    waited: 0,
    maxWait: 600_000,
    left: Infinity,
    budgetLeft: true,
    random: 0.5,
    ...changes,
  };
}

describe('the retry decision', () => {
  it.each<[string, Failure, ReturnType<typeof decide>]>([
    ['stops at what cannot help', failure({ status: 400 }), { action: 'stop', reason: 'final' }],
    ['repeats what may pass', failure(reset), { action: 'retry', wait: 250 }],
    ['doubles the bound', failure(reset, { retries: 3 }), { action: 'retry', wait: 2000 }],
    [
      'caps the bound',
      failure(reset, { retries: 40, maxRetries: 50 }),
      { action: 'retry', wait: 15_000 },
    ],
    ['jitters down to nothing', failure(reset, { random: 0 }), { action: 'retry', wait: 0 }],
    [
      'stops when retries are spent',
      failure(reset, { retries: 5 }),
      { action: 'stop', reason: 'exhausted' },
    ],
    [
      'stops when the budget is spent',
      failure(reset, { budgetLeft: false }),
      { action: 'stop', reason: 'budget' },
    ],
    [
      'does not replay what could act twice',
      failure(reset, { replayable: false }),
      { action: 'stop', reason: 'ambiguous' },
    ],
    [
      'repeats what never arrived, replayable or not',
      failure({ retryable: true, ambiguous: false }, { replayable: false }),
      { action: 'retry', wait: 250 },
    ],
    [
      'waits as long as a 503 says',
      failure({ ...reset, retryAfter: 9000 }),
      { action: 'retry', wait: 9000 },
    ],
    [
      'pauses on a 429 as long as it says',
      failure({ status: 429, retryAfter: 60_000 }),
      { action: 'pause', wait: 60_000 },
    ],
    [
      'pauses on a 429 even when no retry is left',
      failure(
        { status: 429, retryAfter: 1000 },
        { retries: 5, budgetLeft: false, replayable: false },
      ),
      { action: 'pause', wait: 1000 },
    ],
    ['guesses when a 429 says nothing', failure({ status: 429 }), { action: 'pause', wait: 1500 }],
    ['believes "now" once', failure({ status: 429, retryAfter: 0 }), { action: 'pause', wait: 0 }],
    [
      'but not twice',
      failure({ status: 429, retryAfter: 0 }, { rateLimited: 1 }),
      { action: 'pause', wait: 1000 },
    ],
    [
      'stops when all waits together would take too long',
      failure({ status: 429, retryAfter: 60_000 }, { waited: 550_000 }),
      { action: 'stop', reason: 'maxWait' },
    ],
  ])('%s', (_, input, decision) => {
    expect(decide(input)).toEqual(decision);
  });
});
