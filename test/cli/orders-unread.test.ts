import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { runCli, serveSandbox } from './cli-process.ts';
import { pushes } from './order-history.ts';

const csv = `orderId,email,orderedAt,total,currency,order_state,is_test
o1,ada@shop.example,2026-09-01T10:00:00Z,1.00,EUR,Completed,0
o2,bo@shop.example,2026-09-02T10:00:00Z,2.00,EUR,Cancelled,0
`;

it('sends nothing while a status is not read, until the column is mapped or left out', async () => {
  const cwd = await tempFolder();
  const { sandbox, url } = await serveSandbox();
  await writeFile(join(cwd, 'o.csv'), csv);
  const args = ['orders', 'backfill', 'o.csv', '--totals', 'computed', '--yes', '--json'];
  const stopped = await runCli(args, { cwd, url });
  expect(stopped.exitCode).toBe(2);
  expect(JSON.parse(stopped.stdout)).toMatchObject({ stoppedBy: { code: 'unread-column' } });
  expect(stopped.stderr).toContain(
    'o.csv, line 3, column "order_state": this column is not read, but its heading suggests a status, and it holds "Completed", "Cancelled". Map it with --map and {"order_state": "status"}',
  );
  expect(pushes(sandbox)).toBe(0);
  const misspelt = await runCli([...args, '--ignore-column', 'orderstat'], { cwd, url });
  expect([misspelt.exitCode, misspelt.stderr]).toEqual([
    2,
    expect.stringContaining('there is no column "orderstat". The nearest name is "order_state".\n'),
  ]);
  const insisting = ['--ignore-column', 'is_test', '--ignore-column', 'Order State'];
  const sent = await runCli([...args, ...insisting], { cwd, url });
  expect([sent.exitCode, pushes(sandbox)]).toEqual([0, 2]);
});
