import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conformanceFailures, type ConformanceSample } from './conformance.ts';
import { genericSample } from './platforms/generic/fixtures/sample.ts';
import { googleSample } from './platforms/google/fixtures/sample.ts';
import { shopifySample } from './platforms/shopify/fixtures/sample.ts';
import { magentoSample } from './platforms/magento/fixtures/sample.ts';
import { stripeSample } from './platforms/stripe/fixtures/sample.ts';
import { squarespaceSample } from './platforms/squarespace/fixtures/sample.ts';
import { wixSample } from './platforms/wix/fixtures/sample.ts';
import { woocommerceSample } from './platforms/woocommerce/fixtures/sample.ts';
import { listSources } from './registry.ts';
import { defineSource } from './source.ts';

const samples: Readonly<Record<string, ConformanceSample>> = {
  generic: genericSample,
  google: googleSample,
  magento: magentoSample,
  stripe: stripeSample,
  squarespace: squarespaceSample,
  wix: wixSample,
  woocommerce: woocommerceSample,
  shopify: shopifySample,
};

describe('the registry', () => {
  const folder = new URL('./platforms/', import.meta.url);

  it('holds every platform folder', () => {
    const names = listSources().map(({ name }) => name);
    expect(names.toSorted()).toEqual(readdirSync(folder).toSorted());
  });

  it.each(readdirSync(folder))('finds the same files in %s as in every other folder', (name) => {
    const files = readdirSync(new URL(name, folder));
    expect(files).toEqual(
      expect.arrayContaining(['index.ts', 'columns.ts', 'map.ts', 'map.test.ts', 'fixtures']),
    );
  });

  it.each(listSources().map((source) => [source.name, source] as const))(
    'has %s pass the conformance suite',
    async (name, source) => {
      const sample = samples[name];
      expect(sample).toBeDefined();
      if (sample === undefined) return;
      expect(await conformanceFailures(source, sample, listSources())).toEqual([]);
    },
  );

  it('tells when a source does not put rows together', async () => {
    const [shopify] = listSources();
    if (shopify?.table === undefined) throw new Error('no table source');
    const careless = defineSource({
      ...shopify,
      table: { ...shopify.table, keyOf: () => undefined },
    });
    const failures = await conformanceFailures(careless, shopifySample, [careless]);
    expect(failures).toContain('shopify: a faultless file has no fault');
  });
});
