import { ManualClock } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { ProgressWriter, type Reached } from './progress-writer.ts';
import type { RunProgress } from './run-record.ts';

const progress = (done: number): RunProgress => ({
  ...{ noun: 'order', of: 9, done, rejected: 0, requests: done, at: '', endsAt: null },
});

it('writes the last word, and what is waited for, though it came just behind another', async () => {
  const clock = new ManualClock();
  const written: Reached[] = [];
  const writer = new ProgressWriter(clock, (reached) => {
    written.push(reached);
    return Promise.resolve();
  });
  for (const done of [1, 2, 3]) {
    writer.tell(progress(done));
    await clock.advance(10);
  }
  expect(written).toMatchObject([{ progress: { done: 1 } }]);
  await clock.advance(1000);
  const waits = { for: 'minute', until: '2026-01-01T00:01:00.000Z' } as const;
  writer.wait(waits);
  await clock.advance(1000);
  expect(written.slice(1)).toMatchObject([
    { progress: { done: 3 } },
    { progress: { done: 3 }, waits },
  ]);
  writer.tell(progress(4));
  await clock.advance(1000);
  expect(written.at(-1)).toEqual({ progress: progress(4) });
  writer.tell(progress(5));
  await writer.settled();
  expect(written).toHaveLength(4);
});
