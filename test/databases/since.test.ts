import { writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it, onTestFinished } from 'vitest';
import { runCli, serveSandbox } from '../cli/cli-process.ts';
import { here, kinds } from './servers.ts';

const made = {
  postgres: (
    products: number,
  ) => `INSERT INTO products SELECT n, 'Product ' || n, repeat('x', 1000),
    now() - interval '1 hour' FROM generate_series(1, ${String(products)}) n`,
  mysql: (products: number) => `SET SESSION max_recursive_iterations = 1000000;
    INSERT INTO products WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < ${String(products)})
    SELECT n, concat('Product ', n), repeat('x', 1000), now() - interval 1 hour FROM s`,
};

async function shop(products: number, name: keyof typeof made = 'postgres') {
  const database = await (kinds.find((one) => one.name === name) ?? kinds[0]).open();
  const cwd = await tempFolder();
  const { sandbox, url } = await serveSandbox();
  const time = name === 'postgres' ? 'timestamptz' : 'datetime';
  await database.run(
    `CREATE TABLE products (id integer, title text, about text, updated_at ${time}); ${made[name](products)}`,
  );
  const run = async (where: string, args: readonly string[] = [], address = database.url) => {
    await writeFile(
      join(cwd, 'query.sql'),
      `SELECT id AS product_id, title, about AS description FROM products ${where}`,
    );
    const words = [
      'catalog',
      'sync',
      '--from',
      name,
      '--query',
      'query.sql',
      '--json',
      '--rate',
      'off',
      ...args,
    ];
    const { exitCode, stdout, stderr } = await runCli(words, {
      cwd,
      url,
      env: { DATABASE_URL: address },
    });
    const document = JSON.parse(stdout) as { source: { rows: number }; stoppedBy: unknown };
    return { exitCode, stderr, document };
  };
  return { database, run, sandbox, cwd, url };
}

const isHere = here.some(({ name }) => name === 'postgres');
const since = 'WHERE updated_at >= :since';

it.runIf(isHere)(
  'reads only what has changed since the last complete run with the same query and feed',
  async () => {
    const { database, run, sandbox } = await shop(20);
    const rows = async (where: string, ...args: string[]): Promise<number> =>
      (await run(where, args)).document.source.rows;
    expect(await rows(since, '--dry-run')).toBe(20);
    expect(await rows(since)).toBe(20);
    expect(await rows(since)).toBe(0);
    await database.run("UPDATE products SET title = 'Changed', updated_at = now() WHERE id = 7");
    // A transaction that began before the last run, and ends behind it.
    await database.run(
      "UPDATE products SET title = 'Late', updated_at = now() - interval '9 minutes' WHERE id = 8",
    );
    expect(await rows(since)).toBe(2);
    expect([sandbox.products.get('7')?.title, sandbox.products.get('8')?.title]).toEqual([
      'Changed',
      'Late',
    ]);
    expect(await rows(since, '--full')).toBe(20);
    expect(await rows(since, '--feed', 'other')).toBe(20);
    expect(await rows(`${since} AND id > 0`)).toBe(20);
  },
);

it.runIf(isHere)(
  'refuses :since with --prune, and with totals that are added up from all orders',
  async () => {
    const { run, cwd, url, database } = await shop(1);
    expect(await run(since, ['--prune', '--yes'])).toMatchObject({
      exitCode: 2,
      document: { stoppedBy: { code: 'usage' } },
    });
    await writeFile(
      join(cwd, 'orders.sql'),
      `SELECT id AS order_id, 'ada@shop.example' AS email, 5 AS total, 'EUR' AS currency, updated_at AS ordered_at FROM products ${since}`,
    );
    const backfill = (...args: string[]) =>
      runCli(
        [
          'orders',
          'backfill',
          '--from',
          'postgres',
          '--query',
          'orders.sql',
          '--yes',
          '--totals',
          'computed',
          ...args,
        ],
        {
          cwd,
          url,
          env: { DATABASE_URL: database.url },
        },
      );
    const refused = await backfill();
    expect(refused).toMatchObject({ exitCode: 2 });
    expect(refused.stderr).toContain(':since');
    expect(await backfill('--partial-history')).toMatchObject({ exitCode: 0 });
  },
);

it.each(here.flatMap(({ name }) => (name === 'sqlite' ? [] : [name])))(
  '%s: loses nothing when the connection breaks in the middle, and the same command continues',
  async (name) => {
    const { run, sandbox, database } = await shop(3000, name);
    const target = new URL(database.url);
    // A way to the database that ends behind so many bytes.
    let left = 1_000_000;
    const server = createServer((socket) => {
      const other = connect(Number(target.port), target.hostname);
      socket.pipe(other);
      other.on('data', (bytes: Buffer) => {
        left -= bytes.length;
        if (left > 0) socket.write(bytes);
        else socket.destroy();
      });
      for (const end of [socket, other]) {
        end.on('error', () => undefined);
        end.on('close', () => {
          for (const one of [socket, other]) one.destroy();
        });
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const way = new URL(database.url);
    way.hostname = '127.0.0.1';
    way.port = String((server.address() as { port: number }).port); // it listens on a port
    const broken = await run(since, [], way.href);
    expect(broken).toMatchObject({ exitCode: 75, document: { stoppedBy: { code: 'connection' } } });
    expect([...sandbox.products]).toEqual([]);
    left = Infinity;
    expect(await run(since, [], way.href)).toMatchObject({
      exitCode: 0,
      document: { source: { rows: 3000 } },
    });
    expect(sandbox.products.size).toBe(3000);
  },
);

it('keeps the address and its password to itself', async () => {
  const cwd = await tempFolder();
  await writeFile(join(cwd, 'query.sql'), 'SELECT 1');
  const password = 'p%40ss-very-secret';
  for (const [name, scheme] of [
    ['postgres', 'postgres'],
    ['mysql', 'mysql'],
    ['mysql', 'nothing'],
  ] as const) {
    const address = `${scheme}://somebody:${password}@127.0.0.1:9/shop`;
    const words = ['catalog', 'check', '--from', name, '--query', 'query.sql'];
    const { stdout, stderr } = await runCli(words, { cwd, env: { DATABASE_URL: address } });
    for (const secret of [password, 'p@ss-very-secret', 'somebody', '127.0.0.1']) {
      expect(stdout + stderr).not.toContain(secret);
    }
  }
  const missing = await runCli(['catalog', 'check', '--from', 'postgres', '--query', 'query.sql'], {
    cwd,
  });
  expect(missing).toMatchObject({ exitCode: 2 });
  expect(missing.stderr).toContain('Set DATABASE_URL, or name a file with --database-url-file.');
});
