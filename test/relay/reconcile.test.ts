import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { longForm, tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { seeded } from '../crash/random.ts';
import { runCli, serveSandbox } from '../cli/cli-process.ts';
import { drained, secretFile, startRelay } from './relay-process.ts';
import { post, shopEvents, type ShopEvent } from './shop.ts';

const [count, customers] = longForm ? [1700, 200] : [340, 60];

/** As a platform delivers them: some never, some twice, some late. */
function delivered(events: readonly ShopEvent[], random: () => number): readonly ShopEvent[] {
  const sent = events.flatMap((event) => {
    const chance = random();
    if (chance < 0.15) return [];
    return chance < 0.3 ? [event, event] : [event];
  });
  const places = sent.map((event, at) => ({
    event,
    at: at + (random() < 0.2 ? 30 * random() : 0),
  }));
  return places.sort((one, other) => one.at - other.at).map(({ event }) => event);
}

it('has every order once in its last state, by webhooks and a nightly backfill', async () => {
  const { sandbox, url: api } = await serveSandbox({ record: 'all' });
  const cwd = await tempFolder();
  const file = await secretFile(cwd);
  const args = ['--platform', 'woocommerce', '--secret-file', file, '--rate', 'off'];
  const relay = await startRelay({ cwd, api, args });
  const events = shopEvents(count, customers, 3);
  const webhooks = delivered(events, seeded(4));
  const half = Math.floor(webhooks.length / 2);
  for (const event of webhooks.slice(0, half)) expect(await post(relay.url, event)).toBe(200);
  // The shop as it is now, every order in its last state.
  const last = new Map(events.map((event) => [event.orderId, event]));
  await writeFile(
    join(cwd, 'orders.json'),
    `[${[...last.values()].map(({ body }) => body).join(',\n')}]`,
  );
  const backfill = () =>
    runCli(
      ['orders', 'backfill', 'orders.json', '--totals', 'none', '--rate', 'off', '--yes', '--json'],
      { cwd, url: api },
    );
  // While the other half comes in.
  const running = backfill();
  for (const event of webhooks.slice(half)) expect(await post(relay.url, event)).toBe(200);
  expect(await running).toMatchObject({ exitCode: 0 });
  await drained(relay.url, 60_000);
  const again = await backfill();
  expect(again.exitCode).toBe(0);
  expect(JSON.parse(again.stdout)).toMatchObject({
    records: { accepted: 0, unchanged: last.size },
  });

  const sent = new Map<string, string[]>();
  for (const { path, body, status } of sandbox.requests) {
    if (!path.endsWith('/orders') || status !== 202) continue;
    const { orderId, status: state = 'placed' } = body as { orderId: string; status?: string };
    sent.set(orderId, [...(sent.get(orderId) ?? []), state]);
  }
  expect(sent.size).toBe(last.size);
  const course = ['placed', 'fulfilled', 'refunded'];
  for (const [orderId, states] of sent) {
    expect(states.at(-1)).toBe(last.get(orderId)?.status);
    // Each state once, and none behind a later one.
    const places = states.map((state) => course.indexOf(state));
    expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
  }
  expect(new Set([...last.values()].map(({ customer }) => customer)).size).toBe(
    sandbox.subscribers.size,
  );
}, 180_000);
