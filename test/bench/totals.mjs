// Planning a backfill with totals from the orders, one order of each customer.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cli, figures, inFolder, measured } from './measured.mjs';

export const title = 'Totals of customers from an orders CSV file, dry run';

export async function* measure(customers = 1_000_000) {
  yield* inFolder(async function* (cwd) {
    const file = join(cwd, 'orders.csv');
    await pipeline(Readable.from(lines(customers)), createWriteStream(file));
    const args = [cli, 'orders', 'backfill', file, '--totals', 'computed', '--dry-run', '--json'];
    const env = { SEQUENZY_STATE_DIR: join(cwd, 'state') };
    yield figures(`${customers} customers`, await measured(args, { cwd, env }), '300 MB');
  });
}

function* lines(customers) {
  yield 'orderId,status,total,currency,orderedAt,email,firstName,lastName,itemProductId,itemTitle,itemQuantity,itemPrice\n';
  for (let id = 0; id < customers; id += 1) {
    const day = String(1 + (id % 28)).padStart(2, '0');
    const price = `${10 + (id % 90)}.95`;
    yield `order-${id},fulfilled,${price},USD,2024-05-${day}T10:00:00Z,customer${id}@shop.example,First${id % 5000},Last${id % 7000},p-${id % 500},Product ${id % 500},1,${price}\n`;
  }
}
