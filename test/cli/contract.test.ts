import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { key, runCli, serveSandbox } from './cli-process.ts';

const email = 'ada@example.com';
const probe = ['doctor', '--contract'];

it('says which assumptions hold by reading alone', async () => {
  const { sandbox, url } = await serveSandbox();
  const trigger = { type: 'event_received', eventName: 'ecommerce.order_placed' };
  sandbox.seedSequences([{ name: 'Thank you', trigger }]);
  const { exitCode, stdout } = await runCli(probe, { cwd: await tempFolder(), url });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^holds +amounts that end in Cents .*totalCents 2900$/m);
  expect(stdout).toMatch(/^holds +the triggers .*1 of 1; members of .*: type, eventName$/m);
  expect(sandbox.requests.every(({ method }) => method === 'GET')).toBe(true);
});

it('stays open where the key may not read, and is no failure', async () => {
  const { url } = await serveSandbox({ apiKey: [{ key, scopes: ['account:read'] }] });
  const { exitCode, stdout } = await runCli(probe, { cwd: await tempFolder(), url });
  expect([exitCode, stdout.match(/^unknown .*HTTP 403$/gm)?.length]).toEqual([0, 4]);
});

it('writes only to a confirmed address, reads back, cleans up, and tells nothing personal', async () => {
  const { sandbox, url } = await serveSandbox();
  const args = [...probe, '--write-test', email];
  const cwd = await tempFolder();
  const refused = await runCli(args, { cwd, url });
  expect([refused.exitCode, sandbox.requests]).toEqual([2, []]);
  const { exitCode, stdout } = await runCli([...args, '--yes', '--json'], { cwd, url });
  expect(exitCode).toBe(0);
  const { findings } = JSON.parse(stdout) as { findings: object[] }; // looked at below
  expect(findings.slice(4)).toMatchObject([
    { status: 'holds', found: 'sent 1234; priceCents 1234, price 1234' },
    { status: 'holds', found: 'sent 4000 cents, found 40' },
    { status: 'holds', found: 'sent ordersCount 2, found 2' },
    { status: 'holds' },
    { status: 'holds', found: 'the name of the older order' },
  ]);
  expect(stdout).not.toContain(email);
  expect(sandbox.products.size).toBe(0);
  expect((await runCli(['doctor', '--write-test', email], { cwd, url })).exitCode).toBe(2);
});
