import { describe, expect, it } from 'vitest';
import { openText } from '../../open/open-text.ts';
import { allOf } from '../../conformance/suite.ts';

const options = { currency: 'EUR', storeUrl: 'https://shop.example/' };

const squarespace =
  'Product ID [Non Editable],Product Page,Product URL,Title,Price,On Sale,Stock\n' +
  'p1,shop,green tee,Tee,9.00,No,1\np2,,mug,Mug,5.00,No,1\n';
const magento =
  'sku,product_type,name,price,product_online,url_key\nbag,simple,Bag,36,1,joust-bag\ncap,simple,Cap,9,1,\n';
const prestashop = 'Product ID,Name *,Price tax included\n7,Mug,9.00\n';
const shopify = 'Handle,Title,Variant Price\ntee,Tee,9\n';
const ecwid =
  'type,product_sku,product_name,product_price,custom_url_slug\nproduct,A,Lamp,20,lamp\n';
const wix = 'handle,fieldType,name,price\nlamp,PRODUCT,Lamp,9\n';

const readOf = async (csv: string, given: object) => {
  const catalog = await openText(csv, given);
  const records = await allOf(catalog.records());
  await catalog.close();
  return {
    urls: records.map(({ product, faults }) => [product?.url, ...faults]),
    warnings: catalog.warnings,
  };
};

describe('the address of a page', () => {
  it.each([
    [squarespace, [['https://shop.example/shop/p/green%20tee'], [undefined]]],
    [magento, [['https://shop.example/joust-bag.html'], [undefined]]],
    [prestashop, [['https://shop.example/index.php?controller=product&id_product=7']]],
    [shopify, [['https://shop.example/products/tee']]],
  ])('is made of the slug where the shop has an address: %.30s', async (csv, urls) => {
    expect((await readOf(csv, options)).urls).toEqual(urls);
    const without = await readOf(csv, { currency: 'EUR' });
    expect(without.urls).toEqual(urls.map(() => [undefined]));
    expect(without.warnings.join()).not.toContain('page address');
  });

  it.each([ecwid, wix])('is not made where nothing says where pages stand: %.30s', async (csv) => {
    expect((await readOf(csv, options)).urls).toEqual([[undefined]]);
  });

  it('is said to be a default where a shop can have it otherwise', async () => {
    expect((await readOf(magento, options)).warnings).toEqual([
      '1 page address was made as <store-url>/<url_key>.html, the platform’s default; a shop can have another suffix. Open one before you send them.',
    ]);
    expect((await readOf(squarespace, options)).warnings).toEqual([
      '1 page address was made as <store-url>/<Product Page>/p/<Product URL>, the platform’s default; version 7.0 has no /p/. Open one before you send them.',
    ]);
  });
});
