import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { setUp } from './set-up.ts';

const products = [
  { productId: 11, campaignProductId: 71, name: 'Serum', cents: 2995 },
  { productId: 12, campaignProductId: 72, name: 'Cream', cents: 1495 },
  { productId: 13, campaignProductId: 73, name: 'Old', cents: 100, status: 'INACTIVE' as const },
];

async function catalog() {
  const both = await setUp();
  both.account.seedCampaigns([
    { campaignId: 5, name: 'Spring', products },
    {
      campaignId: 6,
      name: 'Autumn',
      products: [{ productId: 11, campaignProductId: 81, name: 'Serum, cheaper', cents: 1995 }],
    },
  ]);
  const sync = (...args: string[]) =>
    both.run(['catalog', 'sync', '--currency', 'USD', '--rate', 'off', ...args]);
  return { ...both, sync };
}

it('sends base products once, at their lowest price, and says what is missing', async () => {
  const { sandbox, sync } = await catalog();
  const first = await sync();
  expect(first).toMatchObject({ exitCode: 0, document: { records: { accepted: 2 } } });
  expect(first.stderr).toContain(
    'neither images nor pages of products: name a table that has them with --merge',
  );
  expect(sandbox.products.get('11')).toMatchObject({
    title: 'Serum',
    priceCents: 1995,
    currency: 'USD',
  });
  expect(sandbox.products.get('13')).toBeUndefined();
  expect(await sync()).toMatchObject({ document: { requests: { sent: 0 } } });
});

it('takes images and pages from a second table, by id', async () => {
  const { cwd, sandbox, sync } = await catalog();
  const table =
    'Product ID;Image URL;URL\n11;https://cdn.example/11.jpg;https://shop.example/11\n99;https://cdn.example/99.jpg;\n';
  await writeFile(join(cwd, 'pictures.csv'), table);
  const { exitCode, stderr } = await sync('--merge', 'pictures.csv');
  expect(exitCode).toBe(0);
  expect(stderr).toContain('1 product of --merge is in no campaign, and not sent: 99.');
  expect(sandbox.products.get('11')).toMatchObject({
    imageUrl: 'https://cdn.example/11.jpg',
    url: 'https://shop.example/11',
  });
  expect(sandbox.products.get('12')?.imageUrl ?? null).toBeNull();
});

it.each([
  ['a table without ids', 'image\nhttps://cdn.example/1.jpg\n', 'the product has no id'],
  [
    'a product twice',
    'id,image\n11,https://a.example\n11,https://b.example\n',
    '11 is there twice',
  ],
  ['a table that says nothing', 'id,colour\n11,red\n', 'says nothing of any product'],
])('refuses %s', async (_, table, problem) => {
  const { cwd, account, sync } = await catalog();
  await writeFile(join(cwd, 'pictures.csv'), table);
  const refused = await sync('--merge', 'pictures.csv');
  expect(refused).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining(problem) as string,
  });
  expect(account.requests).toHaveLength(0);
});
