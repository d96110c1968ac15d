import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sandbox, SequenceSeed } from 'sequenzy-sandbox';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { key, runCli, serveSandbox } from './cli-process.ts';
import { history, pushes, write } from './order-history.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
  await write(join(cwd, 'o.csv'), history);
});

const on = (eventName: string, more: object = {}) => ({
  type: 'event_received',
  eventName,
  ...more,
});
const sequences: readonly SequenceSeed[] = [
  { name: 'Thank you', trigger: on('ecommerce.order_placed') },
  {
    name: 'New only',
    trigger: on('ecommerce.order_placed', {
      propertyFilters: [{ path: 'backfill', operator: 'not_exists' }],
    }),
  },
  { name: 'Old draft', trigger: on('ecommerce.order_placed'), state: 'draft' },
  { name: 'Held already', trigger: on('ecommerce.order_placed'), state: 'enrollment_paused' },
  { name: 'VIPs', trigger: { type: 'segment_entered', segmentId: 's' } },
  { name: 'Refill', trigger: on('ecommerce.replenishment_due') },
  { name: 'Back again', trigger: on('ecommerce.back_in_stock') },
  { name: 'Riddle', trigger: { type: 'moon_phase' } },
];
const rules = [{ id: 'r1', name: 'Tag buyers', event: 'ecommerce.order_placed' }];

function fill(sandbox: Sandbox): void {
  sandbox.seedSequences(sequences);
  sandbox.seedSyncRules(rules);
}

const dryRun = [
  'orders',
  'backfill',
  'o.csv',
  '--totals',
  'computed',
  '--lifecycle',
  'full',
  '--dry-run',
];

describe('orders backfill --dry-run', () => {
  it('names what the orders would start, how often, and what may start besides', async () => {
    const { sandbox, url } = await serveSandbox();
    fill(sandbox);
    const { exitCode, stderr } = await runCli(dryRun, { cwd, url });
    expect(exitCode).toBe(0);
    const told = [...stderr.matchAll(/^automations +(.*)$/gm)].map(([, text]) => text);
    expect(told.slice(1)).toEqual([
      'Thank you starts on ecommerce.order_placed: 4 events',
      'New only starts on ecommerce.order_placed, 4 at most: it has conditions',
      'sync rule Tag buyers acts on ecommerce.order_placed: 4 events',
      'may start too, by what changes in profiles or later: VIPs (segment_entered), Refill (ecommerce.replenishment_due)',
      'live, and the API does not say what starts them: Riddle',
    ]);
    const asked = sandbox.requests.map(({ method, path }) => `${method} ${path.slice(7)}`);
    expect(asked).toEqual(['GET /account', 'GET /sequences', 'GET /sync-rules']);
  });

  it('has them in its document', async () => {
    const { sandbox, url } = await serveSandbox();
    fill(sandbox);
    const { stdout } = await runCli([...dryRun, '--json'], { cwd, url });
    expect(JSON.parse(stdout)).toMatchObject({
      plan: {
        automations: {
          starting: [{ kind: 'sequence', name: 'Thank you', count: 4 }, {}, { kind: 'sync rule' }],
          unjudged: ['Riddle'],
          unread: [],
        },
      },
    });
  });

  it('says where the key may not read them', async () => {
    const scopes = ['account:read', 'orders:write', 'sync_rules:read'] as const;
    const { url } = await serveSandbox({ apiKey: [{ key, scopes }] });
    const { exitCode, stderr } = await runCli(dryRun, { cwd, url });
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^automations +the key may not read sequences, so .*sequences:read/m);
    expect(stderr).not.toContain('no live sequence');
  });

  it('needs no key and no network', async () => {
    const without = await runCli([...dryRun, '--json'], { cwd });
    expect(JSON.parse(without.stdout)).toMatchObject({ exitCode: 0, plan: { automations: null } });
    const offline = { cwd, url: 'http://127.0.0.1:9' };
    const { exitCode, stderr } = await runCli([...dryRun, '--max-retries', '0'], offline);
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('automations would start')]);
  });
});

describe('catalog sync --dry-run', () => {
  it('names what restocks would start, and asks nothing where there are none', async () => {
    const { sandbox, url } = await serveSandbox();
    fill(sandbox);
    sandbox.seedProducts([{ productId: 'mug', title: 'Mug', inStock: false }]);
    const csv = 'productId,title,price,currency,inStock\nmug,Mug,9.99,USD,';
    await writeFile(join(cwd, 'p.csv'), `${csv}false\n`);
    const args = ['catalog', 'sync', 'p.csv'];
    await runCli(args, { cwd, url });
    const none = await runCli([...args, '--dry-run'], { cwd, url });
    expect(none.stderr).not.toContain('automations');
    await writeFile(join(cwd, 'p.csv'), `${csv}true\n`);
    const { stderr } = await runCli([...args, '--dry-run'], { cwd, url });
    const told = [...stderr.matchAll(/^automations +(.*)$/gm)].map(([, text]) => text);
    expect(told).toEqual([
      'Back again starts on ecommerce.back_in_stock: 1 event',
      'live, and the API does not say what starts them: Riddle',
    ]);
  });
});

describe('doctor', () => {
  it('names live automations, what the role takes away, and a key that may not send live', async () => {
    const roleRestrictedScopes = ['products:read', 'sequences:write'] as const;
    const { sandbox, url } = await serveSandbox({
      apiKey: [{ key, roleRestrictedScopes, canSendLive: false }],
    });
    fill(sandbox);
    const { exitCode, stdout } = await runCli(['doctor'], { cwd, url });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^! permission products:read +taken away by the role/m);
    expect(stdout).toMatch(
      /^! role +takes away what the key has: products:read, sequences:write$/m,
    );
    expect(stdout).toMatch(/^! live sending +this key may not send live mail/m);
    expect(stdout).toMatch(
      /^! automations +live on .*: Thank you \(ecommerce\.order_placed\), .*Tag/m,
    );
    expect(pushes(sandbox)).toBe(0);
  });

  it('ends with 4 where the role takes away what a sync cannot do without', async () => {
    const roleRestrictedScopes = ['products:write'] as const;
    const { url } = await serveSandbox({ apiKey: [{ key, roleRestrictedScopes }] });
    expect((await runCli(['doctor'], { cwd, url })).exitCode).toBe(4);
  });

  it('says so where the key may not read them', async () => {
    const scopes = ['account:read', 'products:write', 'products:read'] as const;
    const { url } = await serveSandbox({ apiKey: [{ key, scopes }] });
    const { exitCode, stdout } = await runCli(['doctor'], { cwd, url });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^! sequences +the key may not read them: /m);
    expect(stdout).toMatch(/^! sync rules +the key may not read them: /m);
  });
});
