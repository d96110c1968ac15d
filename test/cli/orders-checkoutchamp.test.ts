import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, expect, it } from 'vitest';
import { runCli, serveSandbox } from './cli-process.ts';
import { pushes } from './order-history.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const webhook = {
  orderId: '4711',
  clientOrderId: 'A1B2C3D4E5',
  orderStatus: 'COMPLETE',
  orderTotal: '19.99',
  currencyCode: 'USD',
  dateCreated: '2026-03-02',
  timeCreated: '09:30:00',
  emailAddress: 'ann@shop.example',
  product1_name: '(9) Serum',
  product1_campaignProductId: '11',
  product1_price: '19.99',
};
const { clientOrderId, ...withoutHex } = webhook;
const cancelled = {
  ...webhook,
  orderStatus: 'DECLINED',
  fulfillmentStatus: 'CANCELLED',
  recurringStatus: 'CANCELLED',
};
const args = [
  'orders',
  'backfill',
  'o.json',
  '--totals',
  'none',
  '--timezone',
  'UTC',
  '--yes',
  '--json',
];

it('leaves out a cancelled order that was never sent, and cancels one that was under the id it had', async () => {
  expect(clientOrderId).toBe('A1B2C3D4E5');
  const { sandbox, url } = await serveSandbox({ record: 'all' });
  const run = async (order: object) => {
    await writeFile(join(cwd, 'o.json'), JSON.stringify(order));
    const { exitCode, stdout } = await runCli(args, { cwd, url });
    const { source, warnings } = JSON.parse(stdout) as {
      source: { skipped: object[] };
      warnings: string[];
    };
    return { exitCode, skipped: source.skipped, warnings };
  };
  expect(await run(cancelled)).toMatchObject({
    exitCode: 0,
    skipped: [{ reason: 'cancelled, never sent', orders: 1 }],
    warnings: ['1 order was cancelled and never sent, so there is nothing to cancel: left out.'],
  });
  expect(pushes(sandbox)).toBe(0);
  expect(await run(withoutHex)).toMatchObject({ exitCode: 0, skipped: [] });
  expect(await run(webhook)).toMatchObject({ exitCode: 0 });
  expect(pushes(sandbox)).toBe(1);
  expect(await run(cancelled)).toMatchObject({ exitCode: 0, skipped: [], warnings: [] });
  expect(pushes(sandbox)).toBe(2);
  const bodies = sandbox.requests.flatMap(({ path, body }) =>
    path.endsWith('/orders') ? [body] : [],
  );
  expect(bodies).toMatchObject([
    { orderId: '4711', status: 'placed' },
    { orderId: '4711', status: 'cancelled' },
  ]);
});

it('does not fire again where a product that was named by its title has an id in the query', async () => {
  const { sandbox, url } = await serveSandbox();
  const { product1_campaignProductId, ...titled } = webhook;
  const query = {
    ...{ orderId: clientOrderId, clientOrderId, orderStatus: 'COMPLETE', totalAmount: '19.99' },
    ...{ currencyCode: 'USD', dateCreated: '2026-03-02 09:30:00' },
    emailAddress: webhook.emailAddress,
    items: {
      3: { productId: product1_campaignProductId, name: '(9) Serum', qty: '1', price: '19.99' },
    },
  };
  for (const order of [titled, query]) {
    await writeFile(join(cwd, 'o.json'), JSON.stringify(order));
    expect((await runCli(args, { cwd, url })).exitCode).toBe(0);
  }
  const other = {
    ...query,
    items: { 3: { productId: '12', name: 'Cream', qty: '1', price: '19.99' } },
  };
  await writeFile(join(cwd, 'o.json'), JSON.stringify(other));
  expect(pushes(sandbox)).toBe(1);
  const { stdout } = await runCli(args, { cwd, url });
  expect(JSON.parse(stdout)).toMatchObject({ changes: { changed: 1, changedIn: { lines: 1 } } });
});

it('verifies an order under the id by which it was sent', async () => {
  const { url } = await serveSandbox();
  const write = (order: object) => writeFile(join(cwd, 'o.json'), JSON.stringify(order));
  const given = ['o.json', '--totals', 'computed', '--timezone', 'UTC'];
  await write(withoutHex);
  await runCli(['orders', 'backfill', ...given, '--yes'], { cwd, url });
  await write({ ...webhook, emailAddress: 'new@shop.example' });
  const { stdout } = await runCli(['orders', 'verify', ...given, '--json'], { cwd, url });
  expect(JSON.parse(stdout)).toMatchObject({
    exitCode: 0,
    differences: [],
    warnings: [expect.stringContaining('1 order has another e-mail address than when sent')],
  });
});

it('has one total whichever way it comes, where totalAmount lacks the shipping', async () => {
  const { sandbox, url } = await serveSandbox({ record: 'all' });
  const order = {
    ...{ orderId: 'A1B2C3D4E5', orderStatus: 'COMPLETE', currencyCode: 'USD' },
    ...{ dateCreated: '2026-03-02 09:30:00', emailAddress: 'ann@shop.example' },
    ...{ price: '20.00', baseShipping: '4.95', salesTax: '1.05', totalAmount: '21.05' },
    items: [{ productId: '11', name: 'Serum', qty: '1', price: '20.00' }],
  };
  const run = async (one: object, ...more: string[]) => {
    await writeFile(join(cwd, 'o.json'), JSON.stringify(one));
    const { stdout, stderr } = await runCli([...args, ...more], { cwd, url });
    const { warnings, records } = JSON.parse(stdout) as { warnings: string[]; records: object }; // what it prints
    return { warnings: warnings.join('\n'), records, stderr };
  };
  const plain = await run(order, '--dry-run');
  expect(plain.warnings).toContain('give --total-is totalAmount+shipping');
  const whole = await run(order, '--total-is', 'totalAmount+shipping');
  expect(whole.warnings).not.toContain('--total-is');
  expect(sandbox.orders.get('A1B2C3D4E5')?.order).toMatchObject({ totalCents: 2600 });
  const { price, baseShipping, totalAmount, ...rest } = order;
  expect([price, baseShipping, totalAmount]).toHaveLength(3);
  const hook = { ...rest, orderTotal: '21.05', totalShipping: '4.95', totalPrice: '26.00' };
  const same = await run(hook, '--total-is', 'totalAmount+shipping');
  expect(same).toMatchObject({ records: { accepted: 0, unchanged: 1 } });
});
