import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { longForm, tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { serveSandbox, startCli, until } from '../cli/cli-process.ts';
import { deliveriesTo, repeatsIn } from './deliveries.ts';
import { killUntilDone } from './killing.ts';
import { history } from './orders.ts';
import { concurrency } from './round.ts';

const container = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'];
const [command = '', ...words] = container;
const isPossible = longForm && spawnSync(command, [...words, 'true']).status === 0;
if (!isPossible) process.stdout.write('skipped: takes minutes (npm run test:long), and unshare\n');

/** With the real times: a lease of a container that is gone is taken over after 47 seconds. */
describe.runIf(isPossible)('each run in a PID namespace of its own', () => {
  it('loses nothing and sends nothing twice, killed at random moments', async () => {
    const { sandbox, url } = await serveSandbox({ record: 'all', latency: [5, 60] });
    const place = { sandbox, url, cwd: await tempFolder(), load: history };
    const kills = 4;
    const figures = await killUntilDone({
      ...place,
      seed: 1,
      kills,
      within: 52_000,
      by: container,
    });
    expect(figures).toMatchObject({ kills, lost: 0, sentTwice: 0, unreadable: 0 });
  }, 600_000);

  it('one that was suspended is replaced, and when it wakes up it sends nothing more', async () => {
    const { sandbox, url } = await serveSandbox({ record: 'all', latency: 200 });
    const cwd = await tempFolder();
    await writeFile(join(cwd, history.file), history.contentOf(0));
    const started = () => startCli([...history.args, '--json'], { cwd, url, by: container });
    const first = started();
    await until(() => deliveriesTo(sandbox, history).length > 4, first);
    const inside = childOf(first.process.pid);
    process.kill(inside, 'SIGSTOP');
    const from = performance.now();
    const second = await started().done;
    expect(second.exitCode).toBe(0);
    expect(performance.now() - from).toBeGreaterThan(45_000);
    const before = deliveriesTo(sandbox, history).length;
    process.kill(inside, 'SIGCONT');
    const { exitCode, stdout } = await first.done;
    expect(exitCode).toBe(75);
    expect(JSON.parse(stdout)).toMatchObject({ stoppedBy: { code: 'ledger-lost' } });
    expect(deliveriesTo(sandbox, history)).toHaveLength(before);
    expect(history.differingFrom(sandbox, 0)).toBe(0);
    const twice = [...repeatsIn(deliveriesTo(sandbox, history)).values()];
    expect(twice.length).toBeLessThanOrEqual(concurrency);
  }, 180_000);
});

/** The process inside: `unshare` forked it. */
function childOf(pid = 0): number {
  const path = `/proc/${String(pid)}/task/${String(pid)}/children`;
  return Number(spawnSync('cat', [path]).stdout.toString().trim());
}
