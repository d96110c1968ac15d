import { expect, it } from 'vitest';
import { failureOf } from './failure.ts';

it('the value of an unknown option is left out: it may be a secret', () => {
  const error = Object.assign(new Error("error: unknown option '--passwort=hunter2'"), {
    code: 'commander.unknownOption',
  });
  expect(failureOf(error).message).toBe("unknown option '--passwort'");
});
