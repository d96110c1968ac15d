import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { orderConformanceFailures, type OrderConformanceSample } from './conformance.ts';
import { genericSample } from './platforms/generic/fixtures/sample.ts';
import { shopifySample } from './platforms/shopify/fixtures/sample.ts';
import { listOrderSources } from './registry.ts';

const samples: Readonly<Record<string, OrderConformanceSample>> = {
  generic: genericSample,
  shopify: shopifySample,
};

describe('the registry of order sources', () => {
  const folder = new URL('./platforms/', import.meta.url);

  it('holds every platform folder', () => {
    const names = listOrderSources().map(({ name }) => name);
    expect(names.toSorted()).toEqual(readdirSync(folder).toSorted());
  });

  it.each(readdirSync(folder))('finds the same files in %s as in every other folder', (name) => {
    const files = readdirSync(new URL(name, folder));
    expect(files).toEqual(
      expect.arrayContaining(['index.ts', 'map.ts', 'map.test.ts', 'fixtures']),
    );
  });

  it.each(listOrderSources().map((source) => [source.name, source] as const))(
    'has %s pass the conformance suite',
    async (name, source) => {
      const sample = samples[name];
      expect(sample).toBeDefined();
      if (sample === undefined) return;
      expect(await orderConformanceFailures(source, sample, listOrderSources())).toEqual([]);
    },
  );
});
