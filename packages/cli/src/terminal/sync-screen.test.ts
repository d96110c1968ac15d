import { Secrets } from 'sequenzy-contract';
import { PassThrough } from 'node:stream';
import { ManualClock } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { LabelledLines } from './labelled.ts';
import { Printer } from './printer.ts';
import { SyncScreen } from './sync-screen.ts';

function progress(accepted: number) {
  return {
    records: { read: accepted, accepted, unchanged: 0, rejected: 0, unknown: 0, notAttempted: 0 },
    requests: { sent: accepted / 100, retried: 0, rateLimited: 0 },
    backInStockEventsTriggered: 0,
  };
}

/** A screen that is no terminal, and the lines it has shown. */
function setUp() {
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
  const { onEvent } = new SyncScreen(io, lines, verbosity);
  const shown = () => (stderr.read() as string).trim().split('\n');
  return { clock, onEvent, shown };
}

const limiter = { explain: () => ({ reason: 'open' as const, milliseconds: 0, waiting: 0 }) };

it('off a terminal says where it is at most once a minute', async () => {
  const { clock, onEvent, shown } = setUp();
  const load = { noun: 'product' as const, records: 50_000, requests: 500 };
  onEvent({ type: 'sending', sending: { load, pace: () => undefined, limiter } });
  for (let request = 1; request <= 500; request += 1) {
    await clock.advance(600);
    onEvent({ type: 'progress', progress: progress(request * 100) });
  }
  onEvent({ type: 'settled' });
  expect(shown()).toEqual([
    'sending        10,000/50,000 products, 100 requests',
    'sending        20,000/50,000 products, 200 requests',
    'sending        30,000/50,000 products, 300 requests',
    'sending        40,000/50,000 products, 400 requests',
    'sending        50,000/50,000 products, 500 requests',
  ]);
});

it('off a terminal says how much of an API is read at most once a minute, and of long waits', async () => {
  const { clock, onEvent, shown } = setUp();
  onEvent({ type: 'fetching', fetching: { from: 'Example', noun: 'product', limiter } });
  for (let products = 1; products <= 15_000; products += 1) {
    if (products % 100 === 1) await clock.advance(1000);
    onEvent({ type: 'fetched', records: products });
  }
  onEvent({ type: 'fetching-held', hold: { reason: 'minute', milliseconds: 900 } });
  onEvent({ type: 'fetching-held', hold: { reason: 'paused', milliseconds: 40_000 } });
  onEvent({ type: 'fetching-held', hold: { reason: 'minute', milliseconds: 12_000 } });
  onEvent({ type: 'settled' });
  onEvent({ type: 'fetched', records: 16_000 });
  expect(shown()).toEqual([
    'reading        5,901 products read from Example',
    'reading        11,901 products read from Example',
    'waiting        15,000 products read from Example, waiting 40 s (server asks)',
    'waiting        15,000 products read from Example, waiting 12 s (limit)',
  ]);
});
