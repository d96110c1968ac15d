import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, serveSandbox } from './cli-process.ts';
import { pushes, valuesOf } from './order-history.ts';

const header =
  'Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Id';
const row = (number: number, email: string, total = '10.00'): string =>
  `#${String(number)},${email},paid,USD,${total},2026-10-01 10:${String(number).padStart(2, '0')}:00 +0000,1,Tee,${total},9${String(number)}`;
const ann = 'ann@shop.example';

let cwd: string;
let url: string;
let sandbox: Awaited<ReturnType<typeof serveSandbox>>['sandbox'];

beforeEach(async () => {
  cwd = await tempFolder();
  ({ url, sandbox } = await serveSandbox());
});

async function backfill(rows: readonly string[], ...options: string[]) {
  await writeFile(join(cwd, 'o.csv'), [header, ...rows, ''].join('\n'));
  const args = ['orders', 'backfill', 'o.csv', '--totals', 'computed', '--yes', '--json'];
  const run = await runCli([...args, ...options], { cwd, url });
  // The document of a backfill, which the expectations look into.
  return { ...run, json: JSON.parse(run.stdout) as { warnings: string[] } };
}

const forget = (...numbers: string[]) => runCli(['orders', 'forget', ...numbers], { cwd, url });

describe('orders that were sent before and are no longer in the files', () => {
  it('are named by number, and acknowledged once by orders forget', async () => {
    await backfill([row(1, ann), row(2, ann), row(3, 'bo@shop.example')]);
    const rest = [row(2, ann), row(4, 'cy@shop.example')];
    const refused = await backfill(rest);
    expect([refused.exitCode, refused.stderr]).toEqual([
      2,
      expect.stringMatching(/lacks 2 orders .*\(#1, #3\).*orders forget "#1" "#3"/s),
    ]);
    const unknown = await forget('#1', '#12');
    expect([unknown.exitCode, unknown.stderr]).toEqual([
      2,
      expect.stringMatching(
        /No order "#12" is remembered.*Nearest: #1, #2, #3\. Nothing was forgotten/s,
      ),
    ]);
    const done = await forget('#1', '93');
    expect([done.exitCode, done.stderr]).toEqual([
      0,
      expect.stringMatching(/Forgotten: #1 \(id 91\)\nForgotten: #3 \(id 93\)/),
    ]);
    expect((await backfill(rest)).exitCode).toBe(0);
    expect((await backfill(rest)).exitCode).toBe(0);
    expect([pushes(sandbox), valuesOf(sandbox, ann)]).toEqual([4, [2, 20]]);
  });

  it('are not missing when they are skipped, and the totals of their customer stay', async () => {
    await backfill([row(1, ann), row(2, ann), row(3, 'bo@shop.example')]);
    const erased = [row(1, ''), row(2, ann), row(3, 'bo@shop.example'), row(4, 'cy@shop.example')];
    const run = await backfill([...erased, row(5, 'Ann@shop.example', '5.00')]);
    expect([run.exitCode, pushes(sandbox)]).toEqual([0, 5]);
    expect(run.json).toMatchObject({
      records: { accepted: 2, unchanged: 2 },
      warnings: expect.arrayContaining([
        expect.stringMatching(
          /1 order that was sent before is now skipped.*: #1\..*orders forget "#1"/,
        ),
        expect.stringContaining(
          'are sent without totals, which would be too low: ann@shop.example',
        ),
      ]) as unknown,
    });
    // Sequenzy adds the new order to what it has.
    expect(valuesOf(sandbox, ann)).toEqual([3, 25]);
    await forget('#1');
    const rest = [...erased, row(5, ann, '5.00'), row(6, ann, '1.00')];
    expect((await backfill(rest)).json.warnings.join()).not.toMatch(/sent before|too low/);
    expect(valuesOf(sandbox, ann)).toEqual([3, 16]);
  });

  it('do not lower the totals of an address that an order has left', async () => {
    await backfill([row(1, ann), row(2, ann)]);
    const { exitCode } = await backfill([row(1, 'new@shop.example'), row(2, ann), row(3, ann)]);
    expect([exitCode, valuesOf(sandbox, ann)]).toEqual([0, [3, 30]]);
  });

  it('stop the run when many have lost their address at once', async () => {
    const numbers = [1, 2, 3, 4, 5, 6];
    await backfill(numbers.map((number) => row(number, `c${String(number)}@shop.example`)));
    const without = [...numbers.map((number) => row(number, '')), row(7, ann)];
    const refused = await backfill(without);
    expect([refused.exitCode, refused.stderr]).toEqual([
      2,
      expect.stringMatching(/6 orders that were sent before are now skipped.*\(#\d; #\d; /),
    ]);
    expect((await backfill(without, '--partial-history')).exitCode).toBe(0);
  });
});
