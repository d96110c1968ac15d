// A dry run of a million products out of PostgreSQL. TEST_POSTGRES_URL names the server.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { cli, figures, inFolder, measured } from './measured.mjs';

const server = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const name = `sequenzy_bench_${process.pid}`;

export const title = 'Products out of PostgreSQL, dry run';

export async function* measure(products = 1_000_000) {
  yield* inFolder(async function* (cwd) {
    const url = new URL(server);
    url.pathname = name;
    await ask(server, `CREATE DATABASE ${name}`);
    try {
      await ask(url.href, tableOf(products));
      writeFileSync(join(cwd, 'products.sql'), query);
      const source = ['--from', 'postgres', '--query', 'products.sql'];
      const args = [cli, 'catalog', 'sync', ...source, '--dry-run', '--json'];
      const env = {
        SEQUENZY_STATE_DIR: join(cwd, 'state'),
        SEQUENZY_API_URL: 'https://api.sequenzy.com',
        DATABASE_URL: url.href,
      };
      const run = await measured([...args, '--company', 'comp_bench'], { cwd, env });
      const { source: read } = JSON.parse(run.stdout);
      if (read.rows !== products) throw new Error(`${read.rows} rows were read`);
      yield figures(`${products} rows with eight columns`, run, '200 MB');
    } finally {
      await ask(server, `DROP DATABASE ${name} WITH (FORCE)`);
    }
  });
}

const query = `SELECT id AS product_id, title, about AS description, 'https://shop.example/p/' || id AS url,
  price, 'USD' AS currency, stock > 0 AS in_stock, changed AS provider_updated_at FROM products`;

const tableOf = (products) => `CREATE TABLE products AS
  SELECT n AS id, 'Field product ' || n AS title, (n % 9000 + 500) / 100.0 AS price, n % 7 AS stock,
    'Heavy cotton, cut straight, number ' || n || ', made to be used outdoors' AS about,
    now() - n * interval '1 second' AS changed
  FROM generate_series(1, ${products}) n`;

async function ask(address, sql) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
