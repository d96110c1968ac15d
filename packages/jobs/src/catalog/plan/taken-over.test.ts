import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFileLedger } from 'sequenzy-commerce/node';
import { openCatalog } from 'sequenzy-sources';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { Feed } from '../../memory/feed.ts';
import { Rejections } from '../../rejects/rejections.ts';
import { planCatalog } from './plan.ts';

it.each([
  ['a product that is only listed with a fault', 'a,A,abc,USD\n', 'wholesale'],
  ['nothing of what is not listed', '', undefined],
])('a feed takes over %s', async (_, row, taken) => {
  const folder = await tempFolder();
  const file = join(folder, 'products.csv');
  await writeFile(file, `productId,title,price,currency\n${row}b,B,2.00,USD\n`);
  const ledger = await openFileLedger({ folder, company: 'c', origin: 'https://api.sequenzy.com' });
  await ledger.write([{ key: 'a', fingerprint: '0123456789abcdef' }]);
  const catalog = await openCatalog([file]);
  const feed = new Feed('wholesale');
  await planCatalog(catalog, {
    ...{ ledger, feed, rate: undefined, final: false, full: false, prune: undefined },
    rejections: new Rejections(0, undefined),
    signal: new AbortController().signal,
  });
  await feed.claim(catalog, ledger);
  const [a] = await ledger.read(['a']);
  expect(a?.feed).toBe(taken);
  expect(a?.fingerprint).toBe('0123456789abcdef');
  await catalog.close();
  await ledger.close();
});
