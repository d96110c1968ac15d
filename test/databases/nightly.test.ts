import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sandbox } from 'sequenzy-sandbox';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { runCli, serveSandbox } from '../cli/cli-process.ts';
import { here, type TestDatabase } from './servers.ts';

const days = 5;
const [products, customers] = [30, 25];

/** The same numbers every time. */
function dice(): (sides: number) => number {
  let state = 20_260_501;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

const tables = `
  CREATE TABLE products (id integer PRIMARY KEY, name varchar(99), price decimal(10,2));
  CREATE TABLE variants (id integer PRIMARY KEY, product_id integer, price decimal(10,2), stock integer);
  CREATE TABLE orders (id integer PRIMARY KEY, email varchar(99), status varchar(20), total decimal(10,2),
    refunded decimal(10,2), created_at TIME, updated_at TIME);
  CREATE INDEX of_customer ON orders (email)`;

/** What is written differently. */
const words = {
  postgres: {
    time: 'timestamptz',
    now: 'now()',
    day: "interval '1 day'",
    as: (name: string) => `"${name}"`,
  },
  mysql: {
    time: 'timestamp NULL',
    now: 'now(6)',
    day: 'interval 1 day',
    as: (name: string) => name,
  },
} as const;

const catalogSql = (as: (name: string) => string): string => `
  SELECT p.id AS ${as('productId')}, p.name AS title, p.price, 'EUR' AS currency, v.id AS ${as('variantId')},
    concat('V', v.id) AS ${as('variantTitle')}, v.price AS ${as('variantPrice')}, v.stock AS ${as('variantInventoryQuantity')},
    CASE WHEN v.stock > 0 THEN 'yes' ELSE 'no' END AS ${as('variantInStock')}, 'yes' AS ${as('inStock')}
  FROM products p JOIN variants v ON v.product_id = p.id ORDER BY p.id, v.id`;

const ordersSql = (as: (name: string) => string): string => `
  SELECT o.id AS ${as('orderId')}, o.email, o.status, o.total, 'EUR' AS currency, o.created_at AS ${as('orderedAt')},
    NULLIF(o.refunded, 0) AS ${as('refundAmount')}, o.updated_at AS ${as('updatedAt')},
    t.orders AS ${as('customerOrdersCount')}, t.spent AS ${as('customerTotalSpent')}
  FROM orders o
  JOIN (SELECT email, sum(CASE WHEN status <> 'cancelled' THEN 1 ELSE 0 END) AS orders,
      sum(CASE WHEN status <> 'cancelled' THEN total - refunded ELSE 0 END) AS spent
    FROM orders GROUP BY email) t ON t.email = o.email
  WHERE o.updated_at >= :since ORDER BY o.id`;

/** What the database says of every variant and every customer. */
async function truthOf(database: TestDatabase) {
  const variants = await database.rows('SELECT id, stock FROM variants');
  const totals = await database.rows(
    `SELECT email, sum(CASE WHEN status <> 'cancelled' THEN 1 ELSE 0 END) AS orders,
      sum(CASE WHEN status <> 'cancelled' THEN total - refunded ELSE 0 END) AS spent FROM orders GROUP BY email`,
  );
  return {
    stock: Object.fromEntries(variants.map(({ id, stock }) => [String(id), Number(stock)])),
    totals: Object.fromEntries(
      totals.map(({ email, orders, spent }) => [String(email), [Number(orders), Number(spent)]]),
    ),
  };
}

function heldBy(sandbox: Sandbox) {
  const variants = [...sandbox.products].flatMap((product) => product.variants);
  return {
    stock: Object.fromEntries(
      variants.map(({ variantId, inventoryQuantity }) => [variantId, inventoryQuantity]),
    ),
    totals: Object.fromEntries(
      [...sandbox.subscribers].map(({ email, attributes }) => [
        email,
        [attributes.ordersCount, attributes.totalSpent],
      ]),
    ),
  };
}

const kinds = here.filter(({ name }) => name !== 'sqlite');

describe.each(kinds)('a shop in $name', ({ name, open }) => {
  const { time, now, day, as } = words[name === 'mysql' ? 'mysql' : 'postgres'];

  it('is the same in Sequenzy after every night, and a night reads only what has changed', async () => {
    const database = await open();
    const cwd = await tempFolder();
    const { sandbox, url } = await serveSandbox();
    const roll = dice();
    await writeFile(join(cwd, 'products.sql'), catalogSql(as));
    await writeFile(join(cwd, 'orders.sql'), ordersSql(as));
    const night = async (...words_: string[]) => {
      const env = { DATABASE_URL: database.url };
      const words = [...words_, '--from', name, '--json', '--yes', '--rate', 'off'];
      const { exitCode, stdout, stderr } = await runCli(words, { cwd, url, env });
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
      return JSON.parse(stdout) as { source: { rows: number }; records: { deleted: number } };
    };
    await database.run(tables.replaceAll('TIME', time));
    let [product, order] = [0, 0];
    const addProduct = async (): Promise<void> => {
      product += 1;
      const [id, price] = [String(product), `${String(5 + roll(90))}.${String(10 + roll(89))}`];
      await database.run(`INSERT INTO products VALUES (${id}, 'Product ${id}', ${price});
        INSERT INTO variants VALUES (${id}1, ${id}, ${price}, ${String(roll(9))}), (${id}2, ${id}, ${price}, ${String(roll(9))})`);
    };
    const addOrder = async (): Promise<void> => {
      order += 1;
      const total = `${String(5 + roll(200))}.${String(10 + roll(89))}`;
      await database.run(
        `INSERT INTO orders VALUES (${String(order)}, 'c${String(roll(customers))}@shop.example', 'placed', ${total}, 0, ${now}, ${now})`,
      );
    };
    for (let one = 0; one < products; one += 1) await addProduct();
    for (let one = 0; one < 60; one += 1) await addOrder();
    for (let today = 1; today <= days; today += 1) {
      const sync = await night(
        'catalog',
        'sync',
        '--query',
        'products.sql',
        '--prune',
        '--max-delete',
        '50%',
      );
      const orders = await night('orders', 'backfill', '--query', 'orders.sql');
      expect(heldBy(sandbox)).toEqual(await truthOf(database));
      if (today === 1) expect(orders.source.rows).toBe(60);
      else {
        expect(orders.source.rows).toBeLessThan(20);
        expect(sync.records.deleted).toBe(1);
      }
      // A day goes by: all that was is a day older.
      await database.run(
        `UPDATE orders SET created_at = created_at - ${day}, updated_at = updated_at - ${day}`,
      );
      for (let one = 0; one < 5; one += 1) await addOrder();
      await addProduct();
      const [gone, paid] = [String(today), String(today * 2)];
      await database.run(`DELETE FROM variants WHERE product_id = ${gone}; DELETE FROM products WHERE id = ${gone};
        UPDATE variants SET stock = ${String(roll(50))} WHERE id = ${String(today + 10)}1;
        UPDATE orders SET status = 'fulfilled', refunded = total / 2, updated_at = ${now} WHERE id = ${paid};
        UPDATE orders SET status = 'cancelled', updated_at = ${now} WHERE id = ${String(today * 2 + 30)}`);
      if (name === 'postgres') await database.run('VACUUM orders');
    }
  });
});
