import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sandbox } from 'sequenzy-sandbox';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { key, runCli, serveSandbox } from './cli-process.ts';
import { history, pushes, valuesOf, write } from './order-history.ts';

let cwd: string;

/** One more of Ada's, of which two are history then, and one of Bo's that is too old for an event. */
const orders = [
  ...history,
  '5,ada@example.com,1.00,USD,2026-01-04T10:00Z,placed,,Ada',
  '6,bo@example.com,1.00,USD,2016-01-04T10:00Z,placed,,Bo',
];

beforeEach(async () => {
  cwd = await tempFolder();
  await write(join(cwd, 'o.csv'), orders);
});

const plain = ['orders', 'backfill', 'o.csv', '--totals', 'computed', '--yes'];
const asEvents = [...plain, '--as-events'];

async function having() {
  const { sandbox, url } = await serveSandbox({ apiKey: key });
  sandbox.seedSequences([
    { name: 'Thank you', trigger: { type: 'event_received', eventName: 'ecommerce.order_placed' } },
  ]);
  return { sandbox, url };
}

const imported = ({ history }: Sandbox): unknown[] =>
  history.map(({ properties }) => properties['orderId']);

describe('--as-events', () => {
  it('says before what is stored, what is sent, and what that can start', async () => {
    const { sandbox, url } = await having();
    const dry = await runCli([...asEvents, '--dry-run', '--json'], { cwd, url });
    expect(dry.exitCode).toBe(0);
    expect(JSON.parse(dry.stdout)).toMatchObject({
      source: { leftOut: 1 },
      stored: null,
      plan: {
        ...{ orders: 5, events: { placed: 1, fulfilled: 1, cancelled: 0, refunded: 0 } },
        stored: {
          ...{ orders: 3, events: { placed: 1, refunded: 1, cancelled: 1, fulfilled: 0 } },
          ...{ recent: 0, changed: 0, tooOld: 1 },
        },
        automations: { starting: [{ name: 'Thank you', count: 1 }] },
      },
      warnings: [
        expect.stringMatching(/experimental: .* product segments and replenishment reminders/),
        expect.stringMatching(/^1 order is more than 5 years old/),
        expect.stringContaining('A dry run does not ask'),
      ],
    });
    const { stderr } = await runCli([...asEvents, '--dry-run'], { cwd, url });
    expect(stderr).toMatch(/^plan +5 orders \(3 stored as events, 1 placed, 1 fulfilled\) in 5 /m);
    expect(stderr).toMatch(/^events +3 orders .* start nothing: no sequences, sync rules, goals/m);
    expect(stderr).toMatch(
      /^automations +2 orders can start them \(the newest of each customer\)/m,
    );
    expect([pushes(sandbox), imported(sandbox)]).toEqual([0, []]);
  });

  it('fires one order a customer, which can be held, and is not sent again by either way', async () => {
    const { sandbox, url } = await having();
    const held = [...asEvents, '--hold-automations', '--resume-after', '0s', '--json'];
    const run = await runCli(held, { cwd, url });
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({
      ...{ events: { placed: 1, fulfilled: 1 }, stored: { orders: 3, tooOld: 1 } },
      ...{ hold: { resumed: ['Thank you'] }, records: { read: 5, accepted: 5 } },
    });
    expect([imported(sandbox), pushes(sandbox), sandbox.enrollments]).toEqual([
      ...[['1', '2', '3'], 2, []],
    ]);
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([3, 26]);
    for (const args of [asEvents, [...plain, '--since', '2020-01-01']]) {
      const again = await runCli([...args, '--json'], { cwd, url });
      expect(JSON.parse(again.stdout)).toMatchObject({
        records: { accepted: 0, unchanged: 5, notAttempted: 0 },
      });
    }
    expect(pushes(sandbox)).toBe(2);
  });

  it('rejects by its line what the API names by its place', async () => {
    const { sandbox, url } = await having();
    const failures = [{ index: 2, error: 'lineItems: too many' }];
    const counts = { total: 3, recorded: 2, duplicates: 0, failed: 1 };
    sandbox.faults.add({
      on: { method: 'POST', path: '/subscribers/events/imports' },
      times: 1,
      do: { kind: 'says', when: 'after-work', json: { success: true, ...counts, failures } },
    });
    const run = await runCli(asEvents, { cwd, url });
    expect(run.exitCode).toBe(3);
    expect(await readFile(join(cwd, 'o.rejects.csv'), 'utf8')).toMatch(
      /^2,Ada@Example.com.*,3,lineItems: too many$/m,
    );
    expect(run.stderr).toContain('o.csv:3');
    // It was refused, so the next run tries again; nothing else is sent.
    const again = await runCli([...asEvents, '--json'], { cwd, url });
    expect(JSON.parse(again.stdout)).toMatchObject({ records: { accepted: 1, unchanged: 4 } });
  });

  it.each([
    [['--ltv-first'], /--as-events cannot be used with --ltv-first/],
    [['--lifecycle', 'full'], /--as-events cannot be used with a full --lifecycle/],
  ])('does not go with %j', async (more, message) => {
    const { exitCode, stderr } = await runCli([...asEvents, ...more], { cwd });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});
