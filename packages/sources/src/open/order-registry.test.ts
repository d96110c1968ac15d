import { describe, expect, it } from 'vitest';
import { platformFiles, platformsWith } from './forms/platform-files.ts';
import { orderSamples } from './forms/orders.ts';
import { checkOrderConformance } from './conformance.ts';
import { openOrdersText } from './open-text.ts';
import { listOrderSources } from './order-registry.ts';

describe('the registry of order sources', () => {
  const folders = platformsWith('orders');

  it('holds every platform folder', () => {
    const names = listOrderSources().map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(folders).toSorted());
  });

  it.each(Object.entries(folders))('finds the same files in %s as in every other', (_, files) => {
    expect(files).toEqual(expect.arrayContaining([...platformFiles]));
  });

  it.each(listOrderSources().map((source) => [source.name, source] as const))(
    'has %s pass the conformance suite',
    async (name, source) => {
      const sample = orderSamples[name];
      expect(sample).toBeDefined();
      if (sample === undefined) return;
      expect(await checkOrderConformance(source, sample, listOrderSources())).toEqual([]);
    },
  );

  it.each([
    ['Sale Date,Item Name,Buyer,Quantity,Price,Transaction ID', /Etsy.*no e-mail address/],
    ['Sale Date,Order ID,Buyer User ID,Order Total', /Etsy.*no e-mail address/],
    ['amazon-order-id\tpurchase-date\tasin', /Amazon.*no e-mail address/],
    [
      'order-id\torder-item-id\tpurchase-date\tbuyer-email\tsku',
      /Amazon order report.*masks the e-mail addresses/,
    ],
    ['Sales Record Number,Order Number,Buyer Username,Buyer Email', /eBay.*masks/],
    [
      '"Transaction report"\n"Start date","2026-09-01"\n\n"Transaction creation date","Type","Order number","Buyer username"',
      /eBay report.*masks/,
    ],
    [
      '"All amounts in USD"\n"date/time","settlement id","type","order id","sku"',
      /Amazon date range report.*no e-mail address/,
    ],
    ['Handle,Title,Variant Price', /Shopify product export.*products, not orders/],
    ['{"products":[{"id":1,"variants":[]}]}', /a list of products.*not orders/],
    ['[{"id":1,"permalink":"x","stock_status":"instock"}]', /WooCommerce product list.*not orders/],
  ])('knows files that cannot be used, and says why: %s', async (text, message) => {
    await expect(openOrdersText(text)).rejects.toMatchObject({
      code: 'unusable',
      message: expect.stringMatching(message) as string,
    });
  });
});
