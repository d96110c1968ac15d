import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox, SandboxOptions } from 'sequenzy-sandbox';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { key, runCli, serveSandbox, startCli, stateOf, until } from './cli-process.ts';
import { history, pushes, write } from './order-history.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
  await write(join(cwd, 'o.csv'), history);
});

const placed = { type: 'event_received', eventName: 'ecommerce.order_placed' };
const cancelled = { type: 'event_received', eventName: 'ecommerce.order_cancelled' };

async function having(options: SandboxOptions = {}) {
  const { sandbox, url } = await serveSandbox(options);
  sandbox.seedSequences([
    { name: 'Thank you', trigger: placed },
    { name: 'Sorry', trigger: cancelled },
    { name: 'Held before', trigger: placed, state: 'enrollment_paused' },
    { name: 'Checkout', trigger: { ...placed, eventName: 'ecommerce.checkout_started' } },
    { name: 'VIPs', trigger: { type: 'segment_entered' } },
  ]);
  return { sandbox, url };
}

const args = ['orders', 'backfill', 'o.csv', '--totals', 'computed', '--yes'];
const holding = [...args, '--hold-automations', '--resume-after', '0s'];

/** Orders take their time, and nothing else. */
const slowly = (ms: number): SandboxOptions => ({
  faults: [{ on: { method: 'POST', path: '/orders' }, do: { kind: 'slow', ms } }],
});

function stateOfEach({ sequences }: Sandbox): Record<string, string> {
  return Object.fromEntries([...sequences].map((one) => [one.name, one.effectiveStatus]));
}

const asFound = {
  ...{ 'Thank you': 'live', Sorry: 'live', Checkout: 'live', VIPs: 'live' },
  'Held before': 'enrollment_paused',
};

function journals(): string[] {
  const state = stateOf(cwd);
  return readdirSync(state).filter((name) => existsSync(join(state, name, 'hold.json')));
}

function idOf({ sequences }: Sandbox, name: string): string {
  return [...sequences].find((one) => one.name === name)?.id ?? '';
}

function post(url: string, path: string): Promise<Response> {
  const headers = { authorization: `Bearer ${key}` };
  return fetch(`${url}/api/v1${path}`, { method: 'POST', headers });
}

describe('--hold-automations', () => {
  it('holds exactly what the orders start, until the last ones are processed', async () => {
    const { sandbox, url } = await having({ processing: 500 });
    const { exitCode, stderr } = await runCli([...holding, '--resume-after', '1s'], { cwd, url });
    expect([exitCode, pushes(sandbox)]).toEqual([0, 4]);
    expect(sandbox.enrollments).toEqual([]);
    expect(stateOfEach(sandbox)).toEqual(asFound);
    const changes = sandbox.requests.flatMap(({ path }) => /(pause|resume)-/.exec(path)?.[1] ?? []);
    expect(changes).toEqual(['pause', 'pause', 'resume', 'resume']);
    expect(stderr).toMatch(/^hold +enrolment is paused: Thank you, Sorry$/m);
    expect(stderr).toMatch(/^hold +real orders of that time do not enrol either/m);
    expect(stderr).toMatch(/^hold +not held: VIPs \(segment_entered\)$/m);
    expect(stderr).toMatch(/^hold +enrolment has resumed: Thank you, Sorry$/m);
    expect(journals()).toEqual([]);
  });

  it('enrols without it, which is what it is for', async () => {
    const { sandbox, url } = await having();
    await runCli(args, { cwd, url });
    expect(sandbox.enrollments.length).toBeGreaterThan(0);
  });

  it('ends with 2 and sends nothing where the key may not pause', async () => {
    const scopes = ['account:read', 'orders:write', 'sequences:read'] as const;
    const { sandbox, url } = await having({ apiKey: [{ key, scopes }] });
    const { exitCode, stderr } = await runCli(holding, { cwd, url });
    expect([exitCode, pushes(sandbox)]).toEqual([2, 0]);
    expect(stderr).toMatch(/Thank you could not be paused .*sequences:write/);
    expect(stateOfEach(sandbox)).toEqual(asFound);
    expect(journals()).toEqual([]);
  });

  it('ends with 2 and sends nothing where the key may not read sequences', async () => {
    const { sandbox, url } = await having({
      apiKey: [{ key, scopes: ['account:read', 'orders:write'] }],
    });
    const { exitCode, stderr } = await runCli(holding, { cwd, url });
    expect([exitCode, pushes(sandbox)]).toEqual([2, 0]);
    expect(stderr).toContain('sequences:read');
  });

  it('resumes after Ctrl-C, and when requests fail', async () => {
    const { sandbox, url } = await having({ latency: 100 });
    const running = startCli([...holding, '--concurrency', '1'], { cwd, url });
    await until(() => pushes(sandbox) > 0, running);
    running.process.kill('SIGINT');
    expect((await running.done).exitCode).toBe(130);
    expect(stateOfEach(sandbox)).toEqual(asFound);
    sandbox.faults.add({
      on: { method: 'POST', path: '/orders' },
      do: { kind: 'server-error', status: 503 },
    });
    const failed = await runCli([...holding, '--max-retries', '0'], { cwd, url });
    expect(failed.exitCode).toBe(75);
    expect([stateOfEach(sandbox), sandbox.enrollments]).toEqual([asFound, []]);
  });

  it('leaves alone what somebody has changed meanwhile', async () => {
    const { sandbox, url } = await having(slowly(500));
    const running = startCli([...holding, '--json'], { cwd, url });
    await until(() => pushes(sandbox) > 0, running);
    await post(url, `/sequences/${idOf(sandbox, 'Thank you')}/resume-enrollments`);
    // Resumed and paused again: the pause is somebody else's now.
    await post(url, `/sequences/${idOf(sandbox, 'Sorry')}/resume-enrollments`);
    await post(url, `/sequences/${idOf(sandbox, 'Sorry')}/pause-enrollments`);
    const { stdout } = await running.done;
    expect(JSON.parse(stdout)).toMatchObject({
      hold: { resumed: [], leftAlone: ['Thank you', 'Sorry'], stillPaused: [] },
    });
    expect(stateOfEach(sandbox)).toEqual({ ...asFound, Sorry: 'enrollment_paused' });
  });

  it('stops when --max-hold is over, and then resumes', async () => {
    const { sandbox, url } = await having(slowly(600));
    const short = [...holding, '--max-hold', '1s', '--concurrency', '1', '--json'];
    const { exitCode, stdout } = await runCli(short, { cwd, url });
    expect(exitCode).toBe(75);
    expect(JSON.parse(stdout)).toMatchObject({
      stoppedBy: { code: 'bound', message: 'The time given by --max-hold is over' },
      hold: { resumed: ['Thank you', 'Sorry'] },
    });
    expect(pushes(sandbox)).toBeLessThan(4);
    expect([stateOfEach(sandbox), sandbox.enrollments]).toEqual([asFound, []]);
  });

  it('says with 75 where it could not resume, and orders release does it later', async () => {
    const { sandbox, url } = await having();
    sandbox.faults.add({
      on: { path: `/sequences/${idOf(sandbox, 'Thank you')}/resume-enrollments` },
      times: 1,
      do: { kind: 'server-error', status: 503 },
    });
    const run = await runCli([...holding, '--max-retries', '0', '--json'], { cwd, url });
    expect(run.exitCode).toBe(75);
    expect(JSON.parse(run.stdout)).toMatchObject({
      records: { accepted: 4 },
      hold: { stillPaused: ['Thank you', 'Sorry'] },
      stoppedBy: { code: 'hold', nextStep: 'Run sequenzy-cli orders release.' },
    });
    const left =
      /Enrolment of 2 sequences is still paused by a run that has ended: Thank you, Sorry/;
    expect((await runCli(['doctor'], { cwd, url })).stdout).toMatch(left);
    expect((await runCli(['runs'], { cwd, url })).stderr).toMatch(left);
    const release = ['orders', 'release', '--resume-after', '0s'];
    const released = await runCli([...release, '--json'], { cwd, url });
    expect(JSON.parse(released.stdout)).toMatchObject({ resumed: ['Thank you', 'Sorry'] });
    expect(stateOfEach(sandbox)).toEqual(asFound);
    const again = await runCli(release, { cwd, url });
    expect([again.exitCode, again.stderr]).toEqual([0, 'Nothing is held.\n']);
  });

  it('is resumed by the next run after a SIGKILL, with the option or without', async () => {
    const { sandbox, url } = await having(slowly(200));
    for (const next of [holding, [...args, '--resume-after', '0s']]) {
      const running = startCli([...holding, '--full'], { cwd, url });
      const before = pushes(sandbox);
      await until(() => pushes(sandbox) > before, running);
      running.process.kill('SIGKILL');
      await running.done;
      expect(stateOfEach(sandbox)).toMatchObject({ 'Thank you': 'enrollment_paused' });
      expect((await runCli(next, { cwd, url })).exitCode).toBe(0);
      expect(stateOfEach(sandbox)).toEqual(asFound);
    }
    expect(journals()).toEqual([]);
  });

  it('holds nothing where nothing starts, and --max-hold needs it', async () => {
    const { url } = await serveSandbox();
    const { exitCode, stderr } = await runCli(holding, { cwd, url });
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('nothing is held')]);
    const usage = await runCli([...args, '--max-hold', '1h'], { cwd, url });
    expect([usage.exitCode, usage.stderr]).toEqual([
      2,
      expect.stringContaining('--hold-automations'),
    ]);
  });
});
