import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sandbox } from 'sequenzy-sandbox';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { runCli, serveSandbox } from '../cli/cli-process.ts';
import { here } from './servers.ts';

const documentation = await readFile(join(import.meta.dirname, '../../docs/databases.md'), 'utf8');

/** Every query of the documentation, by the heading above it. */
const queries = new Map(
  documentation
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [, sql = ''] = /^```sql\n([^]*?)^```$/m.exec(section) ?? [];
      return [section.slice(0, section.indexOf('\n')), sql] as const;
    }),
);

interface Shop {
  readonly platform: string;
  readonly database: 'postgres' | 'mysql';
  readonly schema: string;
  readonly products: readonly string[];
  /** Headings of the queries of orders, each with the rest of its command. */
  readonly orders: Readonly<Record<string, readonly string[]>>;
  /** What stands beside the products with the variants S and M. */
  readonly others?: readonly object[];
}

const cap = { title: 'Cap', priceCents: 950, inStock: false };

const shops: readonly Shop[] = [
  {
    platform: 'Plain shop',
    database: 'postgres',
    schema: 'plain.sql',
    products: [],
    orders: { orders: [] },
  },
  {
    platform: 'WooCommerce',
    database: 'mysql',
    schema: 'woocommerce.sql',
    products: [],
    orders: { orders: [], 'orders in posts': [] },
    others: [
      {
        ...cap,
        compareAtPriceCents: 1200,
        imageUrl: 'https://shop.example/wp-content/uploads/2024/05/cap.png',
      },
    ],
  },
  {
    platform: 'Magento 2',
    database: 'mysql',
    schema: 'magento.sql',
    products: [],
    orders: { orders: [] },
    others: [{ ...cap, compareAtPriceCents: 1200 }],
  },
  {
    platform: 'PrestaShop',
    database: 'mysql',
    schema: 'prestashop.sql',
    products: [],
    orders: { orders: ['--timezone', 'Europe/Paris'] },
    others: [cap],
  },
  {
    platform: 'Medusa',
    database: 'postgres',
    schema: 'medusa.sql',
    products: ['--param', 'currency=eur'],
    orders: { orders: [] },
  },
  {
    platform: 'Saleor',
    database: 'postgres',
    schema: 'saleor.sql',
    products: ['--param', 'channel=default-channel'],
    orders: { orders: [] },
  },
  {
    platform: 'Sylius',
    database: 'mysql',
    schema: 'sylius.sql',
    products: ['--param', 'channel=default', '--param', 'locale=en_US'],
    orders: { orders: ['--timezone', 'UTC'] },
  },
];

it('are all run here', () => {
  const run = shops.flatMap(({ platform, orders }) => [
    `${platform}: products`,
    ...Object.keys(orders).map((name) => `${platform}: ${name}`),
  ]);
  expect([...queries.keys()]).toEqual(run);
});

const reachable = shops.filter(({ database }) => here.some(({ name }) => name === database));

describe.each(reachable)(
  'of $platform',
  ({ platform, database, schema, products, orders, others = [] }) => {
    async function shop() {
      const opened = await here.find(({ name }) => name === database)?.open();
      await opened?.run(await readFile(join(import.meta.dirname, 'shops', schema), 'utf8'));
      const cwd = await tempFolder();
      const { sandbox, url } = await serveSandbox();
      const run = async (heading: string, command: string, ...args: readonly string[]) => {
        await writeFile(join(cwd, 'query.sql'), queries.get(`${platform}: ${heading}`) ?? '');
        const words = [
          ...command.split(' '),
          '--from',
          database,
          '--query',
          'query.sql',
          '--json',
          ...args,
        ];
        const result = await runCli(words, { cwd, url, env: { DATABASE_URL: opened?.url ?? '' } });
        return { exitCode: result.exitCode, document: JSON.parse(result.stdout) as unknown };
      };
      return { run, sandbox };
    }

    it('gives the products on sale, with variants, price and stock', async () => {
      const { run, sandbox } = await shop();
      const result = await run('products', 'catalog sync', ...products);
      expect(result).toMatchObject({
        exitCode: 0,
        document: { status: 'completed', warnings: [] },
      });
      const found = [...sandbox.products].sort((a, b) => b.title.localeCompare(a.title));
      expect(found).toMatchObject([
        {
          title: 'Tee',
          priceCents: 1999,
          currency: 'EUR',
          inStock: true,
          url: expect.stringMatching(/^https:\/\/shop\.example\/.*tee/) as string,
          variants: expect.arrayContaining([
            expect.objectContaining({
              variantId: '11',
              priceCents: 1999,
              inStock: true,
              inventoryQuantity: 3,
            }),
            expect.objectContaining({
              variantId: '12',
              priceCents: 2149,
              inStock: false,
              inventoryQuantity: 0,
            }),
          ]) as unknown[],
        },
        ...others,
      ]);
      expect(found[0]?.variants).toHaveLength(2);
    });

    it.each(Object.entries(orders))(
      'gives the %s that were paid or cancelled, with lifetime totals',
      async (heading, args) => {
        const { run, sandbox } = await shop();
        const result = await run(heading, 'orders backfill', '--yes', ...args);
        expect(result).toMatchObject({
          exitCode: 0,
          document: { status: 'completed', warnings: [] },
        });
        expect(toldBy(sandbox)).toEqual({
          statuses: ['fulfilled', 'placed', 'cancelled'],
          totals: [4148, platform === 'Sylius' ? 1449 : 1999, 10000],
          refunds: [undefined, platform === 'Sylius' ? undefined : 550, undefined],
          days: ['2024-05-01T08:00:00', '2024-05-02T08:00:00', '2024-05-03T08:00:00'],
          lines: [2, 1, 1],
          quantities: [1, 1, 5],
          // 41.48 and 14.49 after a refund of 5.50; neither the cancelled order nor the one that waits for its payment.
          customers: [{ email: 'ada@shop.example', count: 2, spent: 55.97 }],
        });
      },
    );
  },
);

function toldBy(sandbox: Sandbox) {
  const orders = [...sandbox.orders]
    .map(({ order }) => order)
    .sort((a, b) => (a.orderedAt ?? '').localeCompare(b.orderedAt ?? ''));
  return {
    statuses: orders.map(({ status }) => status),
    totals: orders.map(({ totalCents }) => totalCents),
    refunds: orders.map(({ refundAmountCents }) => refundAmountCents),
    days: orders.map(({ orderedAt }) => orderedAt?.slice(0, 19)),
    lines: orders.map(({ items }) => items?.length),
    quantities: orders.map(({ items }) => items?.[0]?.quantity),
    customers: [...sandbox.subscribers].map(({ email, attributes }) => ({
      email,
      count: attributes.ordersCount,
      spent: attributes.totalSpent,
    })),
  };
}
