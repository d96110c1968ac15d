import { answer, ManualClock, scriptedFetch } from 'sequenzy-testkit';
import { expect, test } from 'vitest';
import { SequenzyCommerce } from './client.ts';
import { pacedFetch } from './paced-fetch.ts';

const apiKey = 'seq_live_sandbox';

test('requests of another client wait for the turns of this one', async () => {
  const clock = new ManualClock();
  const { fetch, requests } = scriptedFetch();
  const sequenzy = new SequenzyCommerce({ apiKey, fetch, clock });
  const paced = pacedFetch({ apiKey, rateLimit: sequenzy.rateLimiter, fetch, clock });
  const left: number[] = [];
  const send = async (): Promise<void> => {
    await paced('https://api.sequenzy.com/api/v1/subscribers', { method: 'POST', body: '{}' });
    left.push(clock.monotonic());
  };
  const account = async (): Promise<void> => {
    await sequenzy.account.get();
    left.push(clock.monotonic());
  };
  await clock.run(Promise.all([...Array(60).keys()].flatMap(() => [send(), account()])));
  expect(requests).toHaveLength(120);
  expect(left.filter((at) => at < 60_000)).toHaveLength(100);
});

test('a 429 comes back as it is, and makes everybody wait', async () => {
  const clock = new ManualClock();
  const { fetch } = scriptedFetch(answer(429, {}, { 'retry-after': '7' }));
  const paced = pacedFetch({ apiKey, fetch, clock });
  const first = await clock.run(paced('https://api.sequenzy.com/api/v1/subscribers'));
  expect(first.status).toBe(429);
  await clock.run(paced('https://api.sequenzy.com/api/v1/subscribers'));
  expect(clock.monotonic()).toBe(7000);
});

test('one that gives up is not sent', async () => {
  const clock = new ManualClock();
  const { fetch, requests } = scriptedFetch();
  const paced = pacedFetch({ apiKey, fetch, clock });
  const gone = AbortSignal.abort(new Error('enough'));
  await expect(paced('https://api.sequenzy.com/', { signal: gone })).rejects.toThrow('enough');
  expect(requests).toEqual([]);
});

test('without a key it cannot be made', () => {
  expect(() => pacedFetch({ apiKey: '' })).toThrow('The client cannot be made');
});
