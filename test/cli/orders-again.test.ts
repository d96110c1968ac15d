import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, serveSandbox } from './cli-process.ts';
import { pushes, valuesOf } from './order-history.ts';

const header =
  'orderId,email,total,currency,orderedAt,status,refundAmount,firstName,orderNumber,itemProductId,itemTitle,itemQuantity,itemPrice,properties.tags';
const row = (
  id: string,
  {
    email = 'ada@shop.example',
    total = '10.00',
    status = 'placed',
    refund = '',
    name = 'Ada',
    product = 'p1',
    title = 'Tee',
    tags = '',
  } = {},
): string =>
  `${id},${email},${total},USD,2026-01-0${id}T10:00Z,${status},${refund},${name},100${id},${product},${title},1,${total},${tags}`;

let cwd: string;
let url: string;
let sandbox: Awaited<ReturnType<typeof serveSandbox>>['sandbox'];

beforeEach(async () => {
  cwd = await tempFolder();
  ({ url, sandbox } = await serveSandbox({ record: 'all' }));
});

async function backfill(rows: readonly string[], ...options: string[]) {
  await writeFile(join(cwd, 'o.csv'), [header, ...rows, ''].join('\n'));
  const args = ['orders', 'backfill', 'o.csv', '--totals', 'computed', '--yes', '--json'];
  const run = await runCli([...args, ...options], { cwd, url });
  // The document of a backfill, which the expectations look into.
  return { ...run, json: JSON.parse(run.stdout) as { changes: object; warnings: string[] } };
}

const fired = (): string[] =>
  sandbox.events.map(
    ({ name, properties }) => `${String(properties['orderId'])} ${name.slice(16)}`,
  );

describe('orders that were sent before', () => {
  it('are sent again for a later status, amounts and lines, and for nothing else', async () => {
    const first = [row('1'), row('2'), row('3'), row('4'), row('5', { status: 'refunded' })];
    expect((await backfill(first)).json.changes).toMatchObject({ created: 5, changed: 0, held: 0 });
    const cosmetic = [
      row('1', { tags: 'vip' }),
      row('2', { name: 'Adelaide' }),
      row('3', { title: 'Tee (new)' }),
      row('4'),
      row('5', { status: 'placed' }),
    ];
    const dry = await backfill(cosmetic, '--dry-run');
    expect(dry.json).toMatchObject({
      changes: { created: 0, changed: 0, held: 3, heldEarlier: 1 },
      plan: { orders: 0 },
    });
    const held = await backfill(cosmetic);
    expect(held.json).toMatchObject({
      exitCode: 0,
      records: { read: 5, accepted: 0, unchanged: 5 },
    });
    expect(held.stderr).toMatch(
      /2 orders changed only in ways that are not sent.* 1 order now has an earlier status.* --resend changed sends them\./,
    );
    expect(pushes(sandbox)).toBe(5);
    const real = await backfill([
      row('1', { tags: 'vip', status: 'fulfilled' }),
      row('2', { total: '11.00' }),
      row('3', { refund: '4.00' }),
      row('4', { product: 'p2' }),
      row('5', { status: 'placed' }),
    ]);
    expect(real.json.changes).toMatchObject({
      changed: 4,
      changedIn: { status: 1, total: 1, refund: 1, currency: 0, lines: 2 },
      held: 1,
    });
    expect(real.stderr).toMatch(/4 changed \(status 1, total 1, refund 1, lines 2\)/);
    expect(pushes(sandbox)).toBe(9);
    const resent = await backfill(
      [row('4', { product: 'p2', tags: 'x' }), row('5', { status: 'placed' })],
      ...['--resend', 'changed', '--partial-history'],
    );
    expect(resent.json).toMatchObject({ records: { accepted: 2 }, changes: { held: 2 } });
    expect(resent.stderr).toContain('--resend changed sends them again.');
  });

  it('with another e-mail address are reported and not sent, whatever else they say', async () => {
    await backfill([row('1'), row('2')]);
    const moved = row('1', { email: 'new@shop.example', status: 'fulfilled' });
    const { json, exitCode } = await backfill([moved, row('2')]);
    expect([exitCode, json.changes]).toEqual([0, expect.objectContaining({ moved: 1, held: 0 })]);
    expect(json.warnings.join()).toMatch(
      /1 order has another e-mail address .*the old address keeps/,
    );
    const resent = await backfill([moved, row('2')], '--resend', 'changed');
    expect([resent.exitCode, pushes(sandbox)]).toEqual([0, 2]);
    expect(valuesOf(sandbox, 'ada@shop.example')).toEqual([2, 20]);
  });

  it('are not placed again by --lifecycle full, and each has one entry in the ledger', async () => {
    const first = [row('1'), row('2', { status: 'fulfilled' })];
    await backfill(first);
    expect((await backfill(first, '--lifecycle', 'full')).json).toMatchObject({
      records: { unchanged: 2 },
    });
    const later = [row('1', { status: 'refunded' }), row('2', { status: 'fulfilled' })];
    const more = [...later, row('3', { status: 'cancelled' })];
    const full = await backfill(more, '--lifecycle', 'full');
    expect(full.json).toMatchObject({ changes: { created: 1, changed: 1 } });
    expect(fired().slice(2).sort()).toEqual(['1 refunded', '3 cancelled', '3 placed']);
    expect((await backfill(more)).json).toMatchObject({ records: { accepted: 0, unchanged: 3 } });
  });

  it('are sent again where a later update has revived a cancelled order', async () => {
    const order = (id: number, status: string, hour: number): object => ({
      id,
      number: String(id),
      status,
      currency: 'USD',
      total: '10.00',
      date_created: '2026-03-02T09:30:00',
      date_created_gmt: '2026-03-02T09:30:00',
      date_modified_gmt: `2026-03-02T${String(hour)}:00:00`,
      billing: { email: `c${String(id)}@shop.example` },
      line_items: [{ product_id: 12, name: 'Mug', quantity: 1, total: '10.00' }],
    });
    const send = async (...orders: object[]) => {
      await writeFile(join(cwd, 'w.json'), JSON.stringify(orders));
      const args = ['orders', 'backfill', 'w.json', '--totals', 'computed', '--yes', '--json'];
      return JSON.parse((await runCli(args, { cwd, url })).stdout) as object;
    };
    await send(order(1, 'cancelled', 10), order(2, 'completed', 12));
    const revived = await send(order(1, 'processing', 11), order(2, 'cancelled', 11));
    expect(revived).toMatchObject({
      changes: { changedIn: { status: 1 }, held: 1, heldEarlier: 1 },
    });
    expect(fired().slice(2)).toEqual(['1 placed']);
    expect(valuesOf(sandbox, 'c1@shop.example')).toEqual([1, 10]);
    const old = await send(order(1, 'cancelled', 10), order(2, 'completed', 12));
    expect(old).toMatchObject({ changes: { changed: 0, heldEarlier: 1 } });
  });

  it('do not change because --catalog finds the ids of their products', async () => {
    const columns =
      'Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Id';
    const line = (name: string, sku: string): string =>
      `${name},a@shop.example,paid,USD,5.00,2026-10-01 10:00:00 +0000,1,Tee - Red,5.00,${sku},9${name.slice(1)}`;
    const write = (...rows: string[]): Promise<void> =>
      writeFile(join(cwd, 's.csv'), [columns, ...rows, ''].join('\n'));
    await write(line('#1', ''), line('#2', 'T-R'));
    await writeFile(
      join(cwd, 'p.json'),
      JSON.stringify([
        {
          productId: '77',
          title: 'Tee',
          variants: [{ variantId: '78', title: 'Red', sku: 'T-R' }],
        },
      ]),
    );
    const args = ['orders', 'backfill', 's.csv', '--totals', 'computed', '--yes', '--json'];
    await runCli(args, { cwd, url });
    const again = await runCli([...args, '--catalog', 'p.json'], { cwd, url });
    expect(JSON.parse(again.stdout)).toMatchObject({
      records: { accepted: 0, unchanged: 2 },
      changes: { changed: 0, held: 2 },
      warnings: [],
    });
    await write(line('#1', 'T-1'), line('#2', 'OTHER'));
    const other = await runCli([...args, '--catalog', 'p.json'], { cwd, url });
    expect(JSON.parse(other.stdout)).toMatchObject({
      changes: { changed: 1, changedIn: { lines: 1 } },
    });
  });
});
