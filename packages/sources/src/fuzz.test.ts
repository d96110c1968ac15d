import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Catalog } from './catalog.ts';
import type { ConformanceSample } from './conformance.ts';
import { SourceError } from './errors.ts';
import { mutate, seeded } from './fuzz/mutate.ts';
import { allOf, openText } from './open-text.ts';
import { prestashopSample } from './platforms/prestashop/fixtures/sample.ts';
import { etsySample } from './platforms/etsy/fixtures/sample.ts';
import { genericSample } from './platforms/generic/fixtures/sample.ts';
import { googleSample } from './platforms/google/fixtures/sample.ts';
import { fanfareSample } from './platforms/fanfare/fixtures/sample.ts';
import { magentoSample } from './platforms/magento/fixtures/sample.ts';
import { shopifySample } from './platforms/shopify/fixtures/sample.ts';
import { squarespaceSample } from './platforms/squarespace/fixtures/sample.ts';
import { stripeSample } from './platforms/stripe/fixtures/sample.ts';
import { wixSample } from './platforms/wix/fixtures/sample.ts';
import { woocommerceSample } from './platforms/woocommerce/fixtures/sample.ts';

/** 10,000 in the long form: `SEQUENZY_FUZZ=10000 npx vitest run packages/sources/src/fuzz.test.ts`. */
const runs = Number(process.env['SEQUENZY_FUZZ'] ?? 300);

const samples: readonly ConformanceSample[] = [
  genericSample,
  shopifySample,
  woocommerceSample,
  wixSample,
  squarespaceSample,
  magentoSample,
  prestashopSample,
  etsySample,
  googleSample,
  stripeSample,
  fanfareSample,
];

const feed = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>
<item><g:id>1</g:id><g:item_group_id>t</g:item_group_id><title><![CDATA[Tee <b>]]></title>
<g:price>20.00 EUR</g:price><g:shipping><g:price>1 EUR</g:price></g:shipping><link>https://x/1</link></item>
<item><g:id>2</g:id><g:item_group_id>t</g:item_group_id><title>Tee &amp; co</title>
<g:price>21.00 EUR</g:price><g:availability>in stock</g:availability><link>https://x/2</link></item>
</channel></rss>`);

const inputs = [
  ...samples.map((sample) => ({ text: textOf(sample), options: sample.options })),
  { text: feed, options: {} },
];

function textOf(sample: ConformanceSample): Buffer {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines =
    'rows' in sample
      ? [sample.header, ...sample.rows].map((row) => row.map(quoted).join(','))
      : sample.documents.map((document) => JSON.stringify(document));
  return Buffer.from(`${lines.join('\n')}\n`);
}

describe('damaged inputs', () => {
  it(
    `${String(runs)} of them are refused as a whole, or read with every record accounted for`,
    async () => {
      const outcomes = { refused: 0, read: 0, rejected: 0 };
      for (let seed = 0; seed < runs; seed += 1) {
        const random = seeded(seed);
        const input = inputs[seed % inputs.length];
        if (input === undefined) throw new Error('no input');
        const damaged = mutate(input.text, random);
        const bytes = random() < 0.1 ? gzipSync(damaged) : damaged;
        const opened = await openText(bytes, input.options).catch((error: unknown) => error);
        if (opened instanceof Error) {
          if (!(opened instanceof SourceError))
            throw new Error(`seed ${String(seed)}`, { cause: opened });
          outcomes.refused += 1;
          continue;
        }
        const catalog = opened as Catalog; // it is no error
        outcomes.rejected += await account(catalog, seed);
        outcomes.read += 1;
      }
      expect(outcomes.refused + outcomes.read).toBe(runs);
      expect(Math.min(outcomes.refused, outcomes.read, outcomes.rejected)).toBeGreaterThan(0);
      if (runs > 1000) process.stderr.write(`${JSON.stringify(outcomes)}\n`);
    },
    runs * 100 + 20_000,
  );
});

/** @returns How many records were rejected. */
async function account(catalog: Catalog, seed: number): Promise<number> {
  const { counts } = catalog;
  const records = await allOf(catalog.records());
  const skipped = counts.skipped.reduce((sum, { products }) => sum + products, 0);
  const rejected = records.filter(({ product }) => product === undefined);
  expect(
    {
      records: records.length,
      products: records.length + skipped,
      rejected: rejected.length,
      withoutReason: rejected.filter(({ faults }) => faults.length === 0).length,
    },
    `seed ${String(seed)}`,
  ).toEqual({
    records: counts.records,
    products: counts.products,
    rejected: counts.rejected,
    withoutReason: 0,
  });
  let rows = 0;
  for (const record of records) {
    const original = await catalog.original(record);
    rows += original.kind === 'table' ? original.rows.length : (original.lines?.length ?? 1);
  }
  if (skipped === 0) expect(rows, `rows of seed ${String(seed)}`).toBe(counts.rows);
  await catalog.close();
  return rejected.length;
}
