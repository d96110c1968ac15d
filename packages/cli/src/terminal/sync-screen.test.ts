import { PassThrough } from 'node:stream';
import { ManualClock } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { Secrets } from '../secrets.ts';
import { LabelledLines } from './labelled.ts';
import { Printer } from './printer.ts';
import { SyncScreen } from './sync-screen.ts';

function progress(accepted: number) {
  return {
    records: { read: accepted, accepted, unchanged: 0, rejected: 0, notAttempted: 0 },
    requests: { sent: accepted / 100, retried: 0, rateLimited: 0 },
    backInStockEventsTriggered: 0,
  };
}

it('off a terminal says where it is at most once a minute', async () => {
  const clock = new ManualClock();
  const stderr = new PassThrough({ encoding: 'utf8' });
  const io = {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr,
    env: {},
    clock,
    interruption: new AbortController().signal,
    abandonment: new AbortController().signal,
  };
  const lines = new LabelledLines(new Printer(stderr, new Secrets(), {}));
  const verbosity = { quiet: false, verbose: false };
  const screen = new SyncScreen(io, lines, verbosity, { yes: false, stdinTaken: false });
  const load = { noun: 'product' as const, records: 50_000, requests: 500 };
  const limiter = { explain: () => ({ reason: 'open' as const, milliseconds: 0, waiting: 0 }) };
  screen.sending({ load, rate: undefined, limiter });
  for (let request = 1; request <= 500; request += 1) {
    await clock.advance(600);
    screen.progressed(progress(request * 100));
  }
  screen.settled();
  expect((stderr.read() as string).trim().split('\n')).toEqual([
    'sending        10,000/50,000 products, 100 requests',
    'sending        20,000/50,000 products, 200 requests',
    'sending        30,000/50,000 products, 300 requests',
    'sending        40,000/50,000 products, 400 requests',
    'sending        50,000/50,000 products, 500 requests',
  ]);
});
