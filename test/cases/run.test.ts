import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';

const script = join(import.meta.dirname, 'run.mjs');

it('shows file, result and figures of every case', async () => {
  const folder = await tempFolder();
  await mkdir(join(folder, 'orders'));
  await writeFile(join(folder, 'mugs.csv'), 'productId,title,price,inStock\nm,Mug,12.50,no\n');
  await writeFile(join(folder, 'notes.csv'), 'a,b\n1,2\n');
  await writeFile(
    join(folder, 'orders', 'o.csv'),
    'orderId,email,orderedAt,status,total,refundAmount,itemTitle,itemProductId,itemQuantity,itemPrice\n' +
      'o1,a@x.example,2026-03-01T10:00:00Z,refunded,10.00,4.00,Mug,m,1,10.00\n',
  );
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder]);
  expect(stdout).toContain(
    'mugs.csv\n  exit 0 · generic · read 1, accepted 1\n  m: 1250 EUR out no url\n',
  );
  expect(stdout).toMatch(/^notes\.csv\n {2}exit 2 · .*not recognised/m);
  expect(stdout).toMatch(/^ {2}o1: refunded 1000 USD, refund 400, lines 1$/m);
});
