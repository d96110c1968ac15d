import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** All that is there of the platform: no `process`, no `Buffer`, no `require`. */
const worker = { Intl, URL, TextEncoder, TextDecoder };

it('bundles the mapping of webhooks for a Worker, without a parser of files or a module of Node', async () => {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: "export * from './webhooks.ts';",
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    bundle: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'iife',
    globalName: 'webhooks',
    metafile: true,
    write: false,
    tsconfig: join(import.meta.dirname, '../../../../tsconfig.json'),
  });
  const inputs = Object.keys(metafile.inputs);
  const parsers = /node_modules\/(csv-parse|html-to-text|@streamparser|saxes)\//;
  expect(inputs.filter((input) => parsers.test(input))).toEqual([]);
  expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);

  const mapping: unknown = runInContext(
    `${outputFiles[0]?.text ?? ''}
    webhooks.mapShopifyOrder({
      id: 7, name: '#1007', email: 'ada@example.com', currency: 'EUR', financial_status: 'paid',
      current_total_price: '25.00', total_price: '25.00', created_at: '2026-01-02T03:04:05Z',
      line_items: [{ product_id: 9, title: 'Tom &amp; <b>Jerry</b>', quantity: 1, price: '25.00' }],
    });`,
    createContext(worker),
  );
  expect(mapping).toMatchObject({
    status: 'mapped',
    order: { totalCents: 2500, items: [{ title: 'Tom & Jerry', priceCents: 2500 }] },
  });
});
