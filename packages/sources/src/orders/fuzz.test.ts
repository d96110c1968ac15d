import { describe, expect, it } from 'vitest';
import { SourceError } from '../errors.ts';
import { mutate, seeded } from '../fuzz/mutate.ts';
import { allOf } from '../open-text.ts';
import type { OrderConformanceSample } from './conformance.ts';
import { openOrdersText } from './open-text.ts';
import type { Orders } from './orders.ts';
import { checkoutchampSample } from './platforms/checkoutchamp/fixtures/sample.ts';
import { genericSample } from './platforms/generic/fixtures/sample.ts';
import { shopifySample } from './platforms/shopify/fixtures/sample.ts';
import { squarespaceSample } from './platforms/squarespace/fixtures/sample.ts';
import { stickyioSample } from './platforms/stickyio/fixtures/sample.ts';
import { woocommerceSample } from './platforms/woocommerce/fixtures/sample.ts';

/** More in the long form: `SEQUENZY_FUZZ=10000 npx vitest run packages/sources/src/orders/fuzz.test.ts`. */
const runs = Number(process.env['SEQUENZY_FUZZ'] ?? 120);

const samples: readonly OrderConformanceSample[] = [
  genericSample,
  shopifySample,
  squarespaceSample,
  woocommerceSample,
  checkoutchampSample,
  stickyioSample,
];

const inputs = samples.map((sample) => ({ text: textOf(sample), options: sample.options }));

function textOf(sample: OrderConformanceSample): Buffer {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines =
    'rows' in sample
      ? [sample.header, ...sample.rows].map((row) => row.map(quoted).join(','))
      : sample.documents.map((document) => JSON.stringify(document));
  return Buffer.from(`${lines.join('\n')}\n`);
}

describe('damaged order files', () => {
  it(
    `${String(runs)} of them are refused as a whole, or read with every record accounted for`,
    async () => {
      const random = seeded(4);
      for (let run = 0; run < runs; run += 1) {
        const input = inputs[run % inputs.length];
        if (input === undefined) continue;
        const text = mutate(input.text, random);
        const opened = await openOrdersText(text, input.options).catch((error: unknown) => error);
        if (opened instanceof Error) expect(opened).toBeInstanceOf(SourceError);
        else await expectAccounts(opened as Orders); // it is no error
      }
    },
    runs * 100 + 10_000,
  );
});

async function expectAccounts(orders: Orders): Promise<void> {
  const { counts } = orders;
  const records = await allOf(orders.records());
  const skipped = counts.skipped.reduce((sum, one) => sum + one.orders, 0);
  expect(records).toHaveLength(counts.records);
  expect(records.length + skipped).toBe(counts.orders);
  expect(records.filter(({ faults }) => faults.length > 0)).toHaveLength(counts.rejected);
  for (const record of records) {
    expect(record.order === undefined).toBe(record.faults.length > 0);
    expect(await orders.read(record.ordinal)).toEqual(record);
    await orders.original(record);
  }
  await orders.close();
}
