import { expect, it } from 'vitest';
import { failureOf } from './failure.ts';
import { UserError } from './user-error.ts';

it('anything unexpected is a bug, with its stack and a request to report it', () => {
  const failure = failureOf(new TypeError('x is not a function'));
  expect(failure).toMatchObject({ code: 'bug', exitCode: 1 });
  expect(failure.stack).toContain('failure.test.ts');
  expect(failure.nextStep).toMatch(/report/);
});

it('what the user can mend is told without a stack', () => {
  const failure = failureOf(new UserError('usage', 'Message', 'Next step.'));
  expect(failure).toEqual({
    code: 'usage',
    message: 'Message',
    nextStep: 'Next step.',
    exitCode: 2,
    stack: null,
  });
});
