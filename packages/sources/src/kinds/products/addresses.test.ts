import { expect, it } from 'vitest';
import type { CatalogOptions } from './catalog.ts';
import { openText } from '../../open/open-text.ts';
import { allOf } from '../../conformance/suite.ts';

const head = 'productId,title,variantId,variantTitle,url,imageUrl,variantImageUrl';
const row = (id: string, ...addresses: string[]): string =>
  [id, 'Tee', `${id}-1`, 'Red', ...addresses.map((one) => JSON.stringify(one))].join(',');

async function read(text: string, options: CatalogOptions = {}) {
  const catalog = await openText(text, options);
  const records = await allOf(catalog.records());
  await catalog.close();
  return { records, warnings: catalog.warnings };
}

function addressesOf({ product }: Awaited<ReturnType<typeof read>>['records'][number]): unknown {
  return [product?.url, product?.imageUrl, product?.variants?.[0]?.imageUrl];
}

const bad = 'javascript:alert(1)';
const rows = [
  head,
  row('a', 'https://x.example/a b', '//cdn.example/ä.jpg', 'red.jpg'),
  row('b', '/b', bad, ''),
  row('c', '', '', 'https://me:secret@x.example/'),
].join('\n');

it('sends bad addresses as null and says so once, with examples', async () => {
  const { records, warnings } = await read(rows);
  expect(records.map(addressesOf)).toEqual([
    ['https://x.example/a%20b', null, null],
    [null, null, undefined],
    [undefined, undefined, null],
  ]);
  expect(warnings).toEqual([
    '5 addresses are not absolute http or https addresses; null is sent instead, which clears the stored ones: imageUrl "//cdn.example/ä.jpg" of a, imageUrl "red.jpg" of a, url "/b" of b, 2 more. Use storeUrl to complete those that begin with "/", or strictUrls to reject their products.',
  ]);
});

it('completes only what begins with a slash, where the address of the shop is given', async () => {
  const { records, warnings } = await read(rows, { storeUrl: 'https://shop.example/' });
  expect(records.map(addressesOf)).toEqual([
    ['https://x.example/a%20b', 'https://cdn.example/%C3%A4.jpg', null],
    ['https://shop.example/b', null, undefined],
    [undefined, undefined, null],
  ]);
  expect(warnings[0]).toContain('3 addresses are not absolute http');
  expect(warnings[0]).toContain('"https://…@x.example/" of c');
});

it('rejects the products in strict mode, with column and line', async () => {
  const { records, warnings } = await read(rows, { strictUrls: true });
  expect(warnings).toEqual([]);
  const faults = records.map((record) => record.faults.map(({ column, line }) => [column, line]));
  expect(faults).toEqual([
    [
      ['imageUrl', 2],
      ['variantImageUrl', 2],
    ],
    [
      ['imageUrl', 3],
      ['url', 3],
    ],
    [['variantImageUrl', 4]],
  ]);
});

it('counts a product once whose rows stand apart, and none that is rejected or left out anyway', async () => {
  const text = [
    head,
    row('a', bad, '', ''),
    row('b', '', '', ''),
    row('a', bad, '', '').replace('a-1', 'a-2'),
  ];
  expect((await read(text.join('\n'))).warnings.at(-1)).toContain('1 address is not an absolute');
  const rejected = 'productId,title,priceCents,url\na,A,x,nowhere\n';
  expect((await read(rejected)).warnings).toEqual([]);
  const draft = 'Handle,Title,Variant Price,Status,Image Src\na,A,1.00,draft,nowhere\n';
  expect((await read(draft, { currency: 'EUR' })).warnings).toEqual([]);
});

it('is the same rule for documents, where an empty text clears', async () => {
  const documents = [
    {
      productId: 'a',
      title: 'A',
      url: '',
      imageUrl: null,
      variants: [{ variantId: 'r', title: 'R', imageUrl: 'r.jpg' }, 7],
    },
    { productId: 'b', title: 'B', url: 5, imageUrl: 'https://x.example/b' },
  ];
  const { records, warnings } = await read(
    JSON.stringify(
      documents.map((one, at) =>
        at === 0 ? { ...one, variants: one.variants?.slice(0, 1) } : one,
      ),
    ),
  );
  expect(records[0]?.product).toMatchObject({
    url: null,
    imageUrl: null,
    variants: [{ imageUrl: null }],
  });
  expect(records[1]?.faults).toMatchObject([{ path: 'url' }]);
  expect(warnings).toEqual([expect.stringContaining('1 address is not an absolute')]);
  const odd = await read(JSON.stringify(documents.slice(0, 1)));
  expect(odd.records[0]?.faults).toMatchObject([{ path: 'variants[1]' }]);
});
