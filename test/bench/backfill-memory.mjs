// node test/bench/backfill-memory.mjs [customers…]: peak memory of planning a backfill, one order of each customer.
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cli, measured } from './measured.mjs';

const given = process.argv.slice(2).map(Number);

for (const customers of given.length > 0 ? given : [100_000, 300_000, 1_000_000]) {
  const cwd = mkdtempSync(join(tmpdir(), 'sequenzy-bench-'));
  const file = join(cwd, 'orders.csv');
  await pipeline(Readable.from(lines(customers)), createWriteStream(file));
  const args = [cli, 'orders', 'backfill', file, '--totals', 'computed', '--dry-run', '--json'];
  const { peak, seconds } = await measured(args, {
    cwd,
    env: { SEQUENZY_STATE_DIR: join(cwd, 'state') },
  });
  console.log(`${customers} customers: ${peak.toFixed(0)} MB, ${seconds.toFixed(1)} s`);
  rmSync(cwd, { recursive: true });
}

function* lines(customers) {
  yield 'orderId,status,total,currency,orderedAt,email,firstName,lastName,itemProductId,itemTitle,itemQuantity,itemPrice\n';
  for (let id = 0; id < customers; id += 1) {
    const day = String(1 + (id % 28)).padStart(2, '0');
    const price = `${10 + (id % 90)}.95`;
    yield `order-${id},fulfilled,${price},USD,2024-05-${day}T10:00:00Z,customer${id}@shop.example,First${id % 5000},Last${id % 7000},p-${id % 500},Product ${id % 500},1,${price}\n`;
  }
}
