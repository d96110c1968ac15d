import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ManualClock } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import type { Io } from './io.ts';
import { main } from './main.ts';
import { interrupted } from './user-error.ts';

async function run(argv: readonly string[], changes: Partial<Io> = {}) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const written = Promise.all([text(stdout), text(stderr)]);
  const io: Io = {
    stdin: new PassThrough().end(),
    stdout,
    stderr,
    env: {},
    clock: new ManualClock(),
    interruption: new AbortController().signal,
    abandonment: new AbortController().signal,
    ...changes,
  };
  const exitCode = await main(argv, io);
  stdout.end();
  stderr.end();
  const [out, err] = await written;
  return { exitCode, out, err };
}

it('a bug ends with 1, its stack, and a request to report it; the key is not in it', async () => {
  const key = 'seq_live_in_a_stack';
  const clock = new ManualClock();
  clock.monotonic = () => {
    throw new RangeError(`broken near ${key}`);
  };
  const env = { SEQUENZY_API_KEY: key };
  const argv = ['catalog', 'delete', 'mug', '--yes', '--json'];
  const { exitCode, out, err } = await run(argv, { env, clock });
  expect(exitCode).toBe(1);
  expect(err).toMatch(
    /^RangeError: broken near \[key\]\n {4}at .*\n[^]*bug in sequenzy-cli.*report/,
  );
  expect(JSON.parse(out)).toMatchObject({ exitCode: 1, stoppedBy: { code: 'bug' } });
});

it('what is interrupted before anything was sent ends with 130', async () => {
  const interruption = AbortSignal.abort(interrupted());
  const argv = ['catalog', 'list', '--sandbox', '--json'];
  const { exitCode, out } = await run(argv, { interruption });
  expect(exitCode).toBe(130);
  expect(JSON.parse(out)).toMatchObject({ status: 'stopped', exitCode: 130 });
});
