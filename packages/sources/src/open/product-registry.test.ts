import { describe, expect, it } from 'vitest';
import { platformFiles, platformsWith } from './forms/platform-files.ts';
import { productSamples } from './forms/products.ts';
import { checkConformance } from './conformance.ts';
import { openText, recordsOf } from './open-text.ts';
import { shopifySample } from '../platforms/shopify/products/fixtures/sample.ts';
import { listSources } from './product-registry.ts';
import { defineSource } from '../kinds/products/source.ts';

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}

describe('the registry', () => {
  const folders = platformsWith('products');

  it('holds every platform folder', () => {
    const names = listSources().map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(folders).toSorted());
  });

  it.each(Object.entries(folders))('finds the same files in %s as in every other', (_, files) => {
    expect(files).toEqual(expect.arrayContaining([...platformFiles]));
  });

  it.each(listSources().map((source) => [source.name, source] as const))(
    'has %s pass the conformance suite',
    async (name, source) => {
      const sample = productSamples[name];
      expect(sample).toBeDefined();
      if (sample === undefined) return;
      expect(await checkConformance(source, sample, listSources())).toEqual([]);
    },
  );

  it.each(Object.entries(productSamples))(
    'reads the sample of %s as it always has',
    async (name, sample) => {
      const records: unknown[] = [];
      const open =
        'rows' in sample
          ? [sample.header, ...sample.rows].map(csvLine)
          : sample.documents.map((one) => JSON.stringify(one));
      for (const { product, line } of await recordsOf(open.join('\n'), sample.options))
        records.push({ line, product });
      const golden = `../platforms/${name}/products/fixtures/golden.json`;
      await expect(`${JSON.stringify(records, null, 2)}\n`).toMatchFileSnapshot(golden);
    },
  );

  it('asks when two sources make equally much of a file, and names both', async () => {
    const [first] = listSources();
    if (first === undefined) throw new Error('no source');
    const twin = defineSource({ ...first, name: 'twin', label: 'Twin export' });
    await expect(openText('Handle,Title,Price\na,A,1', {}, [first, twin])).rejects.toMatchObject({
      code: 'ambiguous',
      candidates: ['shopify', 'twin'],
      message: expect.stringContaining('from: shopify or from: twin') as string,
    });
    const forced = await openText('Handle,Title\na,A', { from: 'twin' }, [first, twin]);
    expect(forced.source.name).toBe('twin');
    await forced.close();
  });

  it('asks where a file could be of two platforms, though one of them knows more of it', async () => {
    const text = 'Handle,Title,Vendor,Tags,Price,id,link\na,A,V,,1,7,https://x.io/a';
    await expect(openText(text, { currency: 'EUR' })).rejects.toMatchObject({
      code: 'ambiguous',
      candidates: ['shopify', 'google'],
      message: expect.stringContaining('from: shopify or from: google') as string,
    });
  });

  it('is in no doubt because of names that are anybody’s, or of a platform that knows nothing more', async () => {
    const small = defineSource({
      name: 'small',
      label: 'Small export',
      marksUnpublished: false,
      table: {
        columns: { required: ['title'], anyOf: [], ignored: [], fields: { title: ['Title'] } },
        trailingCellsMayBeCut: false,
        keyOf: () => undefined,
        map: () => ({ key: undefined, product: {}, faults: [], variants: 0 }),
      },
    });
    const text = 'Handle,Title,Vendor,Variant Price,productId\na,A,V,1,1';
    const catalog = await openText(text, { currency: 'EUR' }, [small, ...listSources()]);
    expect(catalog.source.name).toBe('shopify');
    await catalog.close();
  });

  it.each([
    ['amazon-order-id\tpurchase-date\tasin', /Amazon.*without any e-mail address/],
    ['Sale Date,Item Name,Buyer,Quantity,Price,Transaction ID', /Etsy.*without any e-mail address/],
    ['Order ID,Email,Financial Status,Lineitem variant', /Squarespace.*orders, not products/],
    ['Name,Email,Financial Status,Lineitem name', /Shopify.*orders, not products/],
    ['Handle,Title,Location,Bin name,On hand (current)', /inventory.*no prices/],
    ['{"orders":[{"id":1,"line_items":[]}]}', /a list of orders.*not products/],
    ['[{"id":1,"billing":{},"line_items":[]}]', /WooCommerce order list.*not products/],
    [
      '{"id":"gid://shopify/Order/1","displayFinancialStatus":"PAID"}\n{"id":"gid://shopify/LineItem/2","__parentId":"gid://shopify/Order/1"}\n',
      /Shopify bulk export of orders.*not products/,
    ],
  ])('knows files that cannot be used, and says why: %s', async (text, message) => {
    await expect(openText(text)).rejects.toMatchObject({
      code: 'unusable',
      message: expect.stringMatching(message) as string,
    });
  });

  it('tells when a source does not put rows together', async () => {
    const [shopify] = listSources();
    if (shopify?.table === undefined) throw new Error('no table source');
    const careless = defineSource({
      ...shopify,
      table: { ...shopify.table, keyOf: () => undefined },
    });
    const failures = await checkConformance(careless, shopifySample, [careless]);
    expect(failures).toContainEqual(
      expect.stringMatching(/^shopify: a faultless file has no fault \(/) as string,
    );
  });

  it('tells as a failure what a source throws, and a sample that is not recognised', async () => {
    const [shopify] = listSources();
    if (shopify?.table === undefined) throw new Error('no table source');
    const map = (): never => {
      throw new Error('no such cell');
    };
    const broken = defineSource({ ...shopify, table: { ...shopify.table, map } });
    expect(await checkConformance(broken, shopifySample, [broken])).toContain(
      'shopify: a faultless file has no fault (cannot be read (no such cell))',
    );
    const other = { ...shopifySample, header: ['a', 'b'], rows: [['1', '2']] };
    expect(await checkConformance(shopify, other, [shopify])).toEqual([
      expect.stringMatching(/^shopify: it can be read as it stands \(stdin: the format is not/),
    ]);
  });
});
