import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { runCli, serveSandbox } from '../cli/cli-process.ts';
import { here, kinds, type DatabaseKind, type TestDatabase } from './servers.ts';

const [tables, values] = [
  {
    postgres: `CREATE TABLE products (id bigint PRIMARY KEY, name text, price numeric(12,4), rough double precision,
      active boolean, about text, made timestamptz, size text, stock integer)`,
    mysql: `CREATE TABLE products (id bigint PRIMARY KEY, name text, price decimal(12,4), rough double,
      active tinyint(1), about text, made timestamp NULL, size text, stock integer)`,
    sqlite: `CREATE TABLE products (id integer PRIMARY KEY, name text, price numeric, rough real,
      active integer, about text, made text, size text, stock integer)`,
  },
  `INSERT INTO products VALUES
    (9007199254740993, 'Tee "Größe" 😀, blue', 19.9900, 35.529999999999994, TRUE, 'one
two', '2024-05-01 09:58:12', 'S', 5),
    (9007199254740995, 'Cap', 1.2340, 7, FALSE, NULL, NULL, NULL, 0)`,
] as const;

async function shop(name: DatabaseKind) {
  const kind = kinds.find((one) => one.name === name) ?? kinds[0];
  const database: TestDatabase = await kind.open();
  const cwd = await tempFolder();
  await database.run(
    `${name === 'postgres' ? "SET TIME ZONE 'UTC';" : name === 'mysql' ? "SET time_zone = '+00:00';" : ''} ${tables[name]}; ${values}`,
  );
  const { sandbox, url } = await serveSandbox();
  const run = async (command: string, sql: string, ...args: string[]) => {
    await writeFile(join(cwd, 'query.sql'), sql);
    const words = [
      ...command.split(' '),
      '--from',
      name,
      '--query',
      'query.sql',
      '--json',
      ...args,
    ];
    const env = { DATABASE_URL: database.url };
    const { exitCode, stdout, stderr } = await runCli(words, { cwd, url, env });
    return {
      exitCode,
      stderr,
      document: stdout === '' ? undefined : (JSON.parse(stdout) as unknown),
    };
  };
  return { database, run, sandbox, cwd, url };
}

/** A name as it is, in any of them. */
function quoted(name: DatabaseKind, field: string): string {
  return name === 'mysql' ? `\`${field}\`` : `"${field}"`;
}

describe.each(here)('a query of $name', ({ name }) => {
  const as = (field: string): string => quoted(name, field);

  it('brings exact ids, decimals, texts and times over', async () => {
    const { run, sandbox } = await shop(name);
    const made = name === 'sqlite' ? "replace(made, ' ', 'T') || 'Z'" : 'made';
    const { exitCode, document } = await run(
      'catalog sync',
      `-- what is sold; 'really'
      SELECT id AS ${as('productId')}, name AS title, price, 'KWD' AS currency, active AS ${as('inStock')},
        about AS description, ${made} AS ${as('providerCreatedAt')}
      FROM products WHERE id > :least AND name <> ':nobody' /* ; */ ORDER BY id;
      -- the end`,
      '--param',
      'least=1000',
    );
    expect({ exitCode, document }).toMatchObject({
      exitCode: 0,
      document: { status: 'completed', source: { files: [name], feed: name, rows: 2 } },
    });
    expect([...sandbox.products]).toMatchObject([
      {
        providerProductId: '9007199254740993',
        title: 'Tee "Größe" 😀, blue',
        priceCents: 19990,
        currency: 'KWD',
        inStock: true,
        description: 'one\ntwo',
        providerCreatedAt: '2024-05-01T09:58:12Z',
      },
      { providerProductId: '9007199254740995', title: 'Cap', priceCents: 1234, inStock: false },
    ]);
  });

  it('reads what a binary fraction means, and clears with --empty clear what is NULL', async () => {
    const { run, sandbox } = await shop(name);
    const sql = (about: string): string =>
      `SELECT id AS ${as('productId')}, name AS title, rough AS price, 'EUR' AS currency, ${about} AS description FROM products`;
    await run('catalog sync', sql("'old'"));
    const descriptions = (): unknown[] =>
      [...sandbox.products].map(({ description }) => description);
    expect([...sandbox.products].map(({ priceCents }) => priceCents)).toEqual([3553, 700]);
    await run('catalog sync', sql('about'));
    expect(descriptions()).toEqual(['one\ntwo', 'old']);
    await run('catalog sync', sql('about'), '--empty', 'clear');
    expect(descriptions()).toEqual(['one\ntwo', null]);
  });

  it('takes variants as rows with one id, their options as JSON', async () => {
    const { run, sandbox } = await shop(name);
    const options = `'[{"name": "Size", "value": "' || size || '"}]'`;
    const { exitCode } = await run(
      'catalog sync',
      `SELECT 'tee' AS product_id, 'Tee' AS title, 'EUR' AS currency, id AS variant_id, 10 AS variant_price,
        COALESCE(size, 'M') AS variant_title, stock AS variant_inventory_quantity,
        ${name === 'mysql' ? `CONCAT('{"Size": "', size, '"}')` : options} AS options
      FROM products ORDER BY id`,
    );
    expect(exitCode).toBe(0);
    expect([...sandbox.products]).toMatchObject([
      {
        providerProductId: 'tee',
        variants: [
          { title: 'S', options: [{ name: 'Size', value: 'S' }], inventoryQuantity: 5 },
          { title: 'M', inventoryQuantity: 0 },
        ],
      },
    ]);
  });

  it('takes variants and lines as JSON', async () => {
    const { run, sandbox } = await shop(name);
    const object = name === 'postgres' ? 'json_build_object' : 'json_object';
    const list =
      name === 'postgres' ? 'json_agg' : name === 'mysql' ? 'json_arrayagg' : 'json_group_array';
    const products = await run(
      'catalog sync',
      `SELECT 'tee' AS product_id, 'Tee' AS title, 'KWD' AS currency, (SELECT ${list}(${object}(
        'variantId', id, 'title', name, 'price', price, 'sku', about, 'inStock', stock > 0)) FROM products) AS variants`,
    );
    expect(products).toMatchObject({ exitCode: 0, document: { source: { variants: 2 } } });
    expect([...sandbox.products][0]?.variants).toMatchObject([
      { variantId: '9007199254740993', priceCents: 19990, inStock: true, sku: 'one\ntwo' },
      { variantId: '9007199254740995', inStock: false },
    ]);
    const orders = await run(
      'orders backfill',
      `SELECT 7 AS order_id, 'Ada@shop.example' AS email, 19.9900 AS total, 'KWD' AS currency,
        '2024-05-01T09:58:12+02:00' AS ordered_at, 'placed' AS status, 3 AS customer_orders_count,
        59.97 AS customer_total_spent, (SELECT ${list}(${object}(
        'productId', id, 'title', name, 'quantity', 1, 'price', price)) FROM products WHERE stock > 0) AS items`,
      '--yes',
    );
    expect(orders).toMatchObject({ exitCode: 0, document: { source: { orders: 1, items: 1 } } });
    expect([...sandbox.orders]).toMatchObject([
      {
        orderId: '7',
        order: {
          totalCents: 19990,
          items: [{ productId: '9007199254740993', priceCents: 19990 }],
        },
      },
    ]);
  });

  it('is mapped by the mapping that lies beside it', async () => {
    const { run, sandbox, cwd } = await shop(name);
    const mapping = {
      fields: { productId: 'id', title: 'name', price: 'price', currency: { value: 'KWD' } },
    };
    await writeFile(join(cwd, 'query.map.json'), JSON.stringify(mapping));
    const sql = 'SELECT id, name, price, size FROM products';
    expect(await run('catalog sync', sql)).toMatchObject({ exitCode: 0 });
    expect([...sandbox.products]).toMatchObject([{ priceCents: 19990 }, { title: 'Cap' }]);
    if (name === 'sqlite') return;
    const since = `${sql} WHERE COALESCE(made, CAST('2024-05-01' AS ${name === 'mysql' ? 'DATETIME' : 'timestamptz'})) >= :since`;
    const rows = async () => (await run('catalog sync', since)).document;
    expect(await rows()).toMatchObject({ source: { rows: 2 } });
    expect(await rows()).toMatchObject({ source: { rows: 0 } });
    const other = { fields: { ...mapping.fields, description: 'size' } };
    await writeFile(join(cwd, 'query.map.json'), JSON.stringify(other));
    expect(await rows()).toMatchObject({ source: { rows: 2 } });
    expect([...sandbox.products]).toMatchObject([{ description: 'S' }, {}]);
  });

  it('has variants in one column beside a mapping', async () => {
    const { run, sandbox, cwd } = await shop(name);
    const [list, members] = {
      postgres: ['json_agg', 'json_build_object'],
      mysql: ['JSON_ARRAYAGG', 'JSON_OBJECT'],
      sqlite: ['json_group_array', 'json_object'],
    }[name];
    const sql = `SELECT 'tee' AS ref, 'Tee' AS label,
      ${list}(${members}('variantId', id, 'title', name, 'price', price)) AS sizes FROM products`;
    const mapping = {
      fields: { productId: 'ref', title: 'label', currency: { value: 'KWD' } },
      variants: 'sizes',
    };
    await writeFile(join(cwd, 'query.map.json'), JSON.stringify(mapping));
    expect(await run('catalog sync', sql)).toMatchObject({ exitCode: 0 });
    expect([...sandbox.products]).toMatchObject([
      { productId: 'tee', variants: [{ priceCents: 19990 }, { priceCents: 1234 }] },
    ]);
  });

  it('is refused where it writes, is more than one, or is none, and nothing has changed', async () => {
    const { run, database } = await shop(name);
    const refused = [
      'DELETE FROM products',
      'SELECT 1 AS product_id; DELETE FROM products',
      'WITH gone AS (DELETE FROM products RETURNING id) SELECT id FROM gone',
      '-- nothing',
      'SELECT nowhere FROM products',
      'SELECT id AS product_id FROM products WHERE name = :unknown',
      ...(name === 'postgres' ? ["SELECT setval('s', 1) AS product_id, 'x' AS title"] : []),
      ...(name === 'mysql' ? ['SELECT 1 AS product_id INTO @x'] : []),
    ];
    if (name === 'postgres') await database.run('CREATE SEQUENCE s');
    for (const sql of refused) {
      const { exitCode, document } = await run('catalog sync', sql);
      expect({ sql, exitCode, document }).toMatchObject({ sql, exitCode: 2 });
    }
    expect(await database.rows('SELECT id FROM products')).toHaveLength(2);
  });
});
