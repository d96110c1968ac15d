import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, serveSandbox } from './cli-process.ts';
import { header, history, pushes, valuesOf, write } from './order-history.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const backfill = ['orders', 'backfill', 'o.csv', '--totals', 'computed', '--yes', '--json'];
const verify = ['orders', 'verify', 'o.csv', '--json'];
const faultyTotal = '5,BO@example.com,4.005,USD,2026-01-04T10:00Z,placed,,Bo';
const mended = faultyTotal.replace('4.005', '4.00');
const faultyEmail = '6,bo(at)example.com,4.00,USD,2026-01-04T10:00Z,placed,,Bo';

describe('a rejected order', () => {
  it('keeps its customer from totals that would be too low, and is no loss once it is mended', async () => {
    const { sandbox, url } = await serveSandbox({ record: 'all' });
    await write(join(cwd, 'o.csv'), [...history, faultyTotal]);
    const { exitCode, stdout } = await runCli(backfill, { cwd, url });
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      records: { accepted: 4, rejected: 1 },
      incompleteCustomers: ['bo@example.com'],
      warnings: [
        expect.stringMatching(/a rejected order are sent without totals.*: bo@example\.com\./),
      ],
    });
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([2, 25]);
    const carried = sandbox.requests.map(({ body }) => JSON.stringify({ body }));
    expect(carried.filter((body) => body.includes('customerTotals'))).toHaveLength(2);
    expect(carried.find((body) => body.includes('bo@example.com'))).not.toContain('customerTotals');
    await write(join(cwd, 'o.csv'), [...history, mended]);
    expect((await runCli(backfill, { cwd, url })).exitCode).toBe(0);
    expect(valuesOf(sandbox, 'bo@example.com')).toEqual([2, 6.5]);
    expect(pushes(sandbox)).toBe(5);
  });

  it('is nobody’s where its e-mail address cannot be read: nothing is sent, unless told to insist', async () => {
    const { sandbox, url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), [...history, faultyEmail]);
    const { exitCode, stdout, stderr } = await runCli(backfill, { cwd, url });
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringMatching(/address of 1 faulty order .*\(o\.csv, line 6\).*orders check shows/s),
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ stoppedBy: { code: 'partial-history' } });
    expect(stderr).toContain('What was rejected, and why: o.rejects.csv.');
    expect(await readFile(join(cwd, 'o.rejects.csv'), 'utf8')).toContain(faultyEmail);
    expect(pushes(sandbox)).toBe(0);
    const insisting = await runCli([...backfill, '--partial-history'], { cwd, url });
    expect(insisting.exitCode).toBe(3);
    expect(JSON.parse(insisting.stdout)).toMatchObject({
      warnings: [expect.stringContaining('in nobody’s totals: o.csv, line 6.')],
    });
    expect(valuesOf(sandbox, 'bo@example.com')).toEqual([1, 2.5]);
  });

  it('that has lost its e-mail address is of the customer it was sent for, and stops no later run', async () => {
    const { sandbox, url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), history);
    await runCli(backfill, { cwd, url });
    const [, two = '', three = '', four = ''] = history;
    const erased = history[0]?.replace('ada@example.com', '') ?? '';
    const cy = '5,cy@example.com,1.00,USD,2026-01-05T10:00Z,placed,,Cy';
    const ada = '6,ada@example.com,2.00,USD,2026-01-06T10:00Z,placed,,Ada';
    await write(join(cwd, 'o.csv'), [erased, two, three, four, cy, ada]);
    const { exitCode, stdout } = await runCli(backfill, { cwd, url });
    expect([exitCode, JSON.parse(stdout)]).toEqual([
      3,
      expect.objectContaining({
        records: expect.objectContaining({ accepted: 2, rejected: 1, unchanged: 3 }) as unknown,
        warnings: expect.arrayContaining([
          expect.stringMatching(
            /1 order that was sent before is now skipped or rejected: 1\b.*erased it, and its row is no longer in the files: sequenzy-cli orders forget "1"/,
          ),
        ]) as unknown,
      }),
    ]);
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([3, 27]);
    const compared = await runCli(verify, { cwd, url });
    expect(JSON.parse(compared.stdout)).toMatchObject({ exitCode: 0, withoutTotals: 1 });
  });

  it('keeps its customer from totals of the files that are older than it', async () => {
    const { sandbox, url } = await serveSandbox();
    const totals = `${header},customerOrdersCount,customerTotalSpent`;
    const [ada = '', , , bo = ''] = history;
    const [older, newer] = [faultyTotal.replace('-04T', '-01T'), faultyTotal];
    const columns = backfill.map((word) => (word === 'computed' ? 'columns' : word));
    await write(
      join(cwd, 'o.csv'),
      [`${ada},9,90.00`, `${bo},8,80.00`, `${newer},9,84.00`],
      totals,
    );
    const { stdout } = await runCli(columns, { cwd, url });
    expect(JSON.parse(stdout)).toMatchObject({
      incompleteCustomers: ['bo@example.com'],
      warnings: [expect.stringMatching(/newest order is rejected .*outdated: bo@example\.com\./)],
    });
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([9, 90]);
    expect(valuesOf(sandbox, 'bo@example.com')).toEqual([undefined, undefined]);
    const compared = await runCli(verify, { cwd, url });
    expect(JSON.parse(compared.stdout)).toMatchObject({ checked: 1, withoutTotals: 1 });
    await write(
      join(cwd, 'o.csv'),
      [`${ada},9,90.00`, `${bo},8,80.00`, `${older},7,77.50`],
      totals,
    );
    const full = await runCli([...columns, '--full'], { cwd, url });
    expect(JSON.parse(full.stdout)).toMatchObject({ incompleteCustomers: [] });
    expect(valuesOf(sandbox, 'bo@example.com')).toEqual([8, 80]);
  });

  it('does not matter where totals are not computed', async () => {
    const { url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), [...history, faultyEmail]);
    const { exitCode, stdout } = await runCli([...backfill, '--totals', 'none'], { cwd, url });
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ incompleteCustomers: [], warnings: [] });
  });

  it('does not matter where it would not have counted, being not paid', async () => {
    const { url } = await serveSandbox();
    const first = 'Name,Email,Created at,Total,Currency,Financial Status,Lineitem name';
    const paid = '#1,ada@example.com,2026-01-01 10:00:00 +0000,5,USD,paid,Mug';
    await write(
      join(cwd, 'o.csv'),
      [paid, paid.replace('#1', '#2').replace('5,USD,paid', 'x,USD,pending')],
      first,
    );
    const { exitCode, stdout } = await runCli(backfill, { cwd, url });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      source: { skipped: [{ reason: 'not paid yet', orders: 1 }] },
      incompleteCustomers: [],
    });
  });
});

describe('orders verify', () => {
  it('leaves out customers with a rejected order, as the backfill does', async () => {
    const { url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), [...history, faultyTotal]);
    await runCli(backfill, { cwd, url });
    const { exitCode, stdout } = await runCli(verify, { cwd, url });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      checked: 1,
      withoutTotals: 1,
      differences: [],
      warnings: [expect.stringContaining('sent without totals')],
    });
  });

  it('has nothing to compare with where a rejected order is nobody’s, unless told to insist', async () => {
    const { url } = await serveSandbox();
    await write(join(cwd, 'o.csv'), [...history, faultyEmail]);
    await runCli([...backfill, '--partial-history'], { cwd, url });
    const { exitCode, stderr } = await runCli(verify, { cwd, url });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('o.csv, line 6')]);
    const insisting = await runCli([...verify, '--partial-history'], { cwd, url });
    expect(insisting.exitCode).toBe(0);
    expect(JSON.parse(insisting.stdout)).toMatchObject({ checked: 2, differences: [] });
  });
});
