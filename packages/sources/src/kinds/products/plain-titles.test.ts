import { describe, expect, it } from 'vitest';
import { productSamples } from '../../open/forms/products.ts';
import { recordsOf, orderRecordsOf } from '../../open/open-text.ts';
import { mapCheckoutChampOrder } from '../../platforms/checkoutchamp/webhook/index.ts';
import { order as champOrder } from '../../platforms/checkoutchamp/orders/fixtures/sample.ts';
import { mapStickyIoOrder } from '../../platforms/stickyio/webhook/index.ts';
import { order as stickyOrder } from '../../platforms/stickyio/orders/fixtures/sample.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** The sample of a platform as CSV, its titles with an entity and a tag behind them. */
function titled(platform: string, heading: string): string {
  const sample = productSamples[platform];
  if (sample === undefined || !('rows' in sample)) throw new Error(`${platform} has no table`);
  const at = sample.header.indexOf(heading);
  const marked = (cell: string, i: number): string =>
    i === at && cell !== '' ? `${cell} &amp; more<sup>&trade;</sup>` : cell;
  const rows = sample.rows.map((row) => row.map(marked));
  return [sample.header, ...rows].map((row) => row.map(quoted).join(',')).join('\n');
}

describe('a title with HTML', () => {
  it.each([
    ['shopify', 'Title'],
    ['woocommerce', 'Name'],
    ['wix', 'name'],
    ['squarespace', 'Title'],
    ['square', 'Item Name'],
    ['ecwid', 'product_name'],
    ['magento', 'name'],
    ['prestashop', 'Name *'],
    ['bigcommerce', 'Product Name'],
    ['bigcommerce-v3', 'Name'],
    ['etsy', 'TITLE'],
    ['yandex', 'name'],
    ['google', 'title'],
  ])('is plain in what is made of %s', async (platform, heading) => {
    const text = titled(platform, heading);
    const records = await recordsOf(text, productSamples[platform]?.options);
    expect(records.length).toBeGreaterThan(0);
    for (const { product } of records) expect(product?.title).toMatch(/^[^<>]+(?<!amp;) & more™$/);
  });

  it('is sent as it stands where the file has the names of the API', async () => {
    const [record] = await recordsOf('productId,title\n1,Tom &amp; Jerry');
    expect(record?.product?.title).toBe('Tom &amp; Jerry');
  });

  it('is plain in options and variants too, and the id of a variant stays', async () => {
    const header = 'sku,product_type,store_view_code,name,price,visibility,configurable_variations';
    const parent = 'B,configurable,,Bag,5,Catalog,"sku=B-R,material=Red &amp; blue"';
    const [record] = await recordsOf(
      `${header}\n${parent}\nB-R,simple,,Bag red,5,Not Visible Individually,`,
      { currency: 'USD' },
    );
    expect(record?.product?.variants).toMatchObject([
      {
        variantId: 'B-R',
        title: 'Red & blue',
        options: [{ name: 'material', value: 'Red & blue' }],
      },
    ]);
  });

  it('is plain in order lines, and found in a catalog that has it either way', async () => {
    const text = [
      'Name,Email,Financial Status,Total,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price',
      '#1,a@x.example,paid,5.00,USD,2026-03-02 09:30:00 +0000,1,Tom &amp; Jerry - A &amp; B,5.00',
    ].join('\n');
    for (const amp of ['&', '&amp;']) {
      const variants = [{ variantId: 'v', title: `A ${amp} B` }];
      const catalog = [{ productId: 'p', title: `Tom ${amp} Jerry`, variants }];
      const [record] = await orderRecordsOf(text, { catalog });
      expect(record?.order?.items).toMatchObject([{ productId: 'p', variantId: 'v' }]);
    }
    const items = [{ productId: '1', name: 'Tom &amp; Jerry', qty: '1', price: '1.00' }];
    const products = [
      { product_id: '1', name: 'Tom &amp; Jerry', product_qty: '1', price: '1.00' },
    ];
    const options = { currency: 'USD', timezone: 'UTC' };
    for (const mapping of [
      mapCheckoutChampOrder({ ...champOrder, items }, options),
      mapStickyIoOrder({ ...stickyOrder, products }, options),
    ]) {
      expect(mapping).toMatchObject({ order: { items: [{ title: 'Tom & Jerry' }] } });
    }
  });
});
