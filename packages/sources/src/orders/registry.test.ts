import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkOrderConformance, type OrderConformanceSample } from './conformance.ts';
import { checkoutchampSample } from './platforms/checkoutchamp/fixtures/sample.ts';
import { genericSample } from './platforms/generic/fixtures/sample.ts';
import { shopifySample } from './platforms/shopify/fixtures/sample.ts';
import { squarespaceSample } from './platforms/squarespace/fixtures/sample.ts';
import { stickyioSample } from './platforms/stickyio/fixtures/sample.ts';
import { woocommerceSample } from './platforms/woocommerce/fixtures/sample.ts';
import { listOrderSources } from './registry.ts';

const samples: Readonly<Record<string, OrderConformanceSample>> = {
  checkoutchamp: checkoutchampSample,
  generic: genericSample,
  shopify: shopifySample,
  squarespace: squarespaceSample,
  stickyio: stickyioSample,
  woocommerce: woocommerceSample,
};

describe('the registry of order sources', () => {
  const folder = new URL('./platforms/', import.meta.url);

  it('holds every platform folder', () => {
    const names = listOrderSources().map(({ name }) => name);
    expect(names.toSorted()).toEqual(readdirSync(folder).toSorted());
  });

  it.each(readdirSync(folder))('finds the same files in %s as in every other folder', (name) => {
    const files = readdirSync(new URL(name, folder));
    expect(files).toEqual(expect.arrayContaining(['index.ts', 'map.test.ts', 'fixtures']));
  });

  it.each(listOrderSources().map((source) => [source.name, source] as const))(
    'has %s pass the conformance suite',
    async (name, source) => {
      const sample = samples[name];
      expect(sample).toBeDefined();
      if (sample === undefined) return;
      expect(await checkOrderConformance(source, sample, listOrderSources())).toEqual([]);
    },
  );
});
