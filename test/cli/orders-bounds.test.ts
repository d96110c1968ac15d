import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, serveSandbox, startCli, until } from './cli-process.ts';
import { history, pushes, write } from './order-history.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
  await write(join(cwd, 'o.csv'), history);
});

const backfill = ['orders', 'backfill', 'o.csv', '--totals', 'computed', '--yes'];

/** `hh:mm` in so many hours, by this machine's clock. */
function inHours(hours: number): string {
  const moment = new Date(Date.now() + hours * 3_600_000);
  return [moment.getHours(), moment.getMinutes()]
    .map((value) => String(value).padStart(2, '0'))
    .join(':');
}

describe('a backfill that has to share the day', () => {
  it('waits outside of --window, says when it will be done, and can be interrupted there', async () => {
    const { sandbox, url } = await serveSandbox();
    const window = `${inHours(3)}-${inHours(1)}`;
    const open = await runCli([...backfill, '--window', window, '--dry-run'], { cwd, url });
    expect(open.stderr).toMatch(/a minute, sent from .* to .* only, done about \d{4}-/);
    const opening = inHours(1);
    const closed = `${opening}-${inHours(2)}`;
    const running = startCli([...backfill, '--window', closed], { cwd, url });
    let said = '';
    running.process.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await until(() => said.includes('waiting'), running);
    const watching = startCli(['runs', 'watch'], { cwd, url });
    let watched = '';
    watching.process.stderr?.on('data', (chunk: Buffer) => (watched += chunk.toString()));
    await until(() => watched.includes('\n'), watching);
    running.process.kill('SIGINT');
    const { exitCode, stderr } = await running.done;
    expect([exitCode, stderr]).toEqual([130, expect.stringContaining('4 not attempted')]);
    expect(stderr).toMatch(new RegExp(`done about .* ${opening}; 2 customers`));
    expect(stderr).toMatch(
      new RegExp(`^waiting +until \\S+ ${opening}: outside of --window$`, 'm'),
    );
    expect(stderr.match(/waiting/g)).toHaveLength(1);
    expect(watched).toMatch(
      new RegExp(` 0/4 orders, 0 requests, waiting until \\S+ ${opening} for`),
    );
    await watching.done;
    expect(pushes(sandbox)).toBe(0);
  });

  it('sends inside of it', async () => {
    const { sandbox, url } = await serveSandbox();
    const window = `${inHours(-1)}-${inHours(1)}`;
    const { exitCode } = await runCli([...backfill, '--window', window], { cwd, url });
    expect([exitCode, pushes(sandbox)]).toEqual([0, 4]);
  });

  it('names the bound that stopped it', async () => {
    const { url } = await serveSandbox();
    const { exitCode, stderr } = await runCli([...backfill, '--max-requests', '1'], { cwd, url });
    expect(exitCode).toBe(75);
    expect(stderr).toMatch(/^because +The limit of --max-requests is reached \(1\)$/m);
    expect(stderr).toMatch(/^continue +sequenzy-cli orders backfill o\.csv .*--max-requests 1$/m);
  });

  it('does not say that a stopped run with --full continues, since it starts over', async () => {
    const { url, sandbox } = await serveSandbox();
    await runCli(backfill, { cwd, url });
    const full = [...backfill, '--full', '--max-requests', '1'];
    const { exitCode, stderr } = await runCli(full, { cwd, url });
    expect(exitCode).toBe(75);
    expect(stderr).toMatch(/^next +With --full the same command starts over\. Without it,/m);
    expect(stderr).not.toContain('continue');
    const { stdout } = await runCli([...full, '--json'], { cwd, url });
    expect(JSON.parse(stdout)).toMatchObject({
      records: { accepted: 1, notAttempted: 3 },
      stoppedBy: { code: 'bound', nextStep: expect.stringContaining('starts over') as string },
    });
    expect(pushes(sandbox)).toBe(6);
  });

  it.each([
    [['--since', '2024-06-02', '--until', '2024-06-01'], /--until 2024-06-01 is not after --since/],
    [['--since', '2024-13-01'], /--since: "2024-13-01" is a time that does not exist/],
    [['--window', '22:00-22:00'], /22:00-06:00/],
    [['--until-time', '6:00'], /06:30/],
  ])('refuses %j', async (options, message) => {
    const { exitCode, stderr } = await runCli([...backfill, ...options], { cwd });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});
