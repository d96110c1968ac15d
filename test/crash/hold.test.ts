import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from 'sequenzy-sandbox';
import { longForm, tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { key, runCli, serveSandbox, startCli } from '../cli/cli-process.ts';
import { seeded } from './random.ts';

const kills = Number(process.env['SEQUENZY_CRASH_KILLS'] ?? (longForm ? 200 : 6));
const seed = Number(process.env['SEQUENZY_CRASH_SEED'] ?? 1);

const placed = { type: 'event_received', eventName: 'ecommerce.order_placed' };

/** By name, and with the time of a pause: resumed and paused again is another state. */
function states({ sequences }: Sandbox): Record<string, string> {
  return Object.fromEntries(
    [...sequences].map((one) => [
      one.name,
      `${one.effectiveStatus} ${one.enrollmentsPausedAt ?? ''}`,
    ]),
  );
}

function pauses({ path }: Sandbox['requests'][number]): boolean {
  return path.endsWith('pause-enrollments');
}

/** Somebody at the dashboard resumes a sequence, and perhaps pauses it again for reasons of their own. */
async function change(url: string, id: string, pauses: boolean): Promise<void> {
  for (const what of pauses ? ['resume', 'pause'] : ['resume']) {
    const answer = await fetch(`${url}/api/v1/sequences/${id}/${what}-enrollments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
    });
    expect(answer.status).toBe(200);
  }
}

function ordersOf(round: number): string {
  const rows = Array.from({ length: 12 }, (_, at) =>
    JSON.stringify({
      orderId: `${String(round)}-${String(at)}`,
      orderedAt: `2026-01-01T10:00:${String(at).padStart(2, '0')}Z`,
      totalCents: 100,
      currency: 'USD',
      customer: { email: `c${String(at)}@example.com` },
    }),
  );
  return `${rows.join('\n')}\n`;
}

it(
  `every sequence is as it was found or as another person has left it, killed ${String(kills)} times at random moments`,
  async () => {
    const { sandbox, url } = await serveSandbox({ latency: [20, 120], seed });
    sandbox.seedSequences([
      ...['Thank you', 'Rate us', 'Cross-sell'].map((name) => ({ name, trigger: placed })),
      { name: 'Paused before', trigger: placed, state: 'enrollment_paused' },
      { name: 'Off', trigger: placed, state: 'paused' },
      { name: 'Other', trigger: { type: 'event_received', eventName: 'cart.updated' } },
    ]);
    const before = states(sandbox);
    const cwd = await tempFolder();
    const random = seeded(seed);
    const args = ['orders', 'backfill', 'o.ndjson', '--totals', 'none', '--yes', '--rate', 'off'];
    const holding = [...args, '--hold-automations', '--resume-after', '0s'];
    const held = [...sandbox.sequences].slice(0, 3);
    const figures = { kills: 0, foundPaused: 0, changedByOthers: 0 };
    for (let round = 0; round < kills; round += 1) {
      await writeFile(join(cwd, 'o.ndjson'), ordersOf(round));
      const running = startCli([...holding, '--full'], { cwd, url });
      const isOver = running.done.then(() => true);
      const arrived = sandbox.requests.length;
      // Most of the time it is killed while it holds something, or is about to.
      const isBegun = (): boolean => sandbox.requests.slice(arrived).some(pauses);
      while (random() < 0.98 && !isBegun()) {
        if (await Promise.race([isOver, sleep(20)])) break;
      }
      await sleep(random() * 600);
      // Once it sends, all is paused; the other person may come before it is killed or after.
      const isSending = sandbox.requests.slice(arrived).some(({ path }) => path.endsWith('orders'));
      const { id, name } = held[Math.floor(random() * 3)] ?? { id: '', name: '' };
      const comes = random() < 0.6 && isSending && !before[name]?.startsWith('enrollment_paused');
      const isLate = random() < 0.5;
      const act = async (): Promise<void> => {
        await change(url, id, random() < 0.5);
        before[name] = states(sandbox)[name] ?? '';
        figures.changedByOthers += 1;
      };
      if (comes && !isLate) await act();
      await sleep(random() * 300);
      if (running.process.kill('SIGKILL')) figures.kills += 1;
      await running.done;
      if (comes && isLate) await act();
      const differs = JSON.stringify(states(sandbox)) !== JSON.stringify(before);
      if (differs) figures.foundPaused += 1;
      const ways = [
        ['orders', 'release', '--resume-after', '0s'],
        holding,
        [...args, '--resume-after', '0s'],
      ];
      // Often the next one is killed, too.
      const next = ways[Math.floor(random() * 5)];
      if (next === undefined) continue;
      const ended = await runCli(next, { cwd, url });
      expect(ended).toMatchObject({ exitCode: 0 });
      expect(states(sandbox)).toEqual(before);
    }
    await runCli(['orders', 'release', '--resume-after', '0s'], { cwd, url });
    process.stdout.write(`hold, seed ${String(seed)}: ${JSON.stringify(figures)}\n`);
    expect(states(sandbox)).toEqual(before);
  },
  60_000 + kills * 10_000,
);
