import { describe, expect, it } from 'vitest';
import { describeSource } from './describe-source.ts';
import { listSources } from './product-registry.ts';
import { listStockSources } from './stock-registry.ts';

describe('the description of a source', () => {
  it('says what is recognised by heading and key', () => {
    const shopify = listSources().find(({ name }) => name === 'shopify');
    if (shopify === undefined) throw new Error('not registered');
    expect(describeSource(shopify).recognises).toEqual([
      'CSV with the columns Handle, Title, and one of Variant Price, Body (HTML), Published, Status, Image Src',
      'JSON with the keys id, and a title with a handle, or an id such as gid://shopify/Product/1',
    ]);
  });

  it('names no columns or keys where none has to be there', () => {
    const [stock] = listStockSources();
    expect(stock && describeSource(stock).recognises).toEqual([
      'CSV with one of quantity, inStock',
      'JSON with quantity or inStock',
    ]);
  });

  it.each(listSources().map((source) => [source.name, describeSource(source)] as const))(
    'is whole for %s',
    (_, { recognises, files, maps }) => {
      expect(recognises.length).toBeGreaterThan(0);
      expect(files).not.toBe('');
      expect(Object.keys(maps)).toContain('productId');
    },
  );
});
