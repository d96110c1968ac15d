import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { runCli } from '../cli/cli-process.ts';
import { here, kinds, type DatabaseKind } from './servers.ts';

/** Checks products that a query reads. */
async function check(name: DatabaseKind, url: string, env = {}, table = '(SELECT 1) one') {
  const cwd = await tempFolder();
  await writeFile(join(cwd, 'query.sql'), `SELECT 1 AS product_id, 'Tee' AS title FROM ${table}`);
  const words = ['catalog', 'check', '--from', name, '--query', 'query.sql'];
  const { exitCode, stdout, stderr } = await runCli(words, {
    cwd,
    env: { DATABASE_URL: url, ...env },
  });
  expect(stdout + stderr).not.toMatch(/^ +at |Warning:/m);
  return { exitCode, stdout, stderr };
}

/** Addresses of a database that is there, changed. */
async function addressesOf(name: DatabaseKind) {
  const database = await (kinds.find((one) => one.name === name) ?? kinds[0]).open();
  const changed = (change: (url: URL) => void): string => {
    const url = new URL(database.url);
    change(url);
    return url.href;
  };
  return { database, changed };
}

it.each(here.filter(({ name }) => name !== 'sqlite'))(
  '$name: says what is wrong with the address, and nothing of a password',
  async ({ name }) => {
    const { changed } = await addressesOf(name);
    const wrong: readonly [string, number, RegExp][] = [
      [
        changed((url) => {
          [url.username, url.password] = ['sequenzy_nobody', 'very-secret'];
        }),
        4,
        /could not be read: it refuses the user or the password\. Check the user and the password in DATABASE_URL or --database-url-file\./,
      ],
      [
        changed((url) => {
          url.pathname = 'sequenzy_no_such_database';
        }),
        2,
        /it has no database of that name\. Check the name at the end of DATABASE_URL\./,
      ],
      [
        changed((url) => {
          url.port = '9';
        }),
        75,
        /nothing answers at its address\. Check the network, and DATABASE_URL\. Run the same command again/,
      ],
      [
        changed((url) => {
          url.hostname = 'database.invalid';
        }),
        75,
        /the host of its address is not known/,
      ],
    ];
    for (const [url, exitCode, message] of wrong) {
      const checked = await check(name, url);
      expect(checked).toMatchObject({ exitCode });
      expect(checked.stderr).toMatch(message);
      expect(checked.stderr).not.toContain('very-secret');
    }
  },
);

it.each(here.filter(({ name }) => name !== 'sqlite'))(
  '$name: is not read without encryption where the address asks for it',
  async ({ name }) => {
    const { database, changed } = await addressesOf(name);
    const sql = name === 'postgres' ? 'SHOW ssl' : "SHOW VARIABLES LIKE 'have_ssl'";
    const [setting = {}] = await database.rows(sql);
    if (Object.values(setting).some((value) => /^(on|yes)$/i.test(String(value)))) return;
    const asked = changed((url) => {
      url.search = name === 'postgres' ? 'sslmode=require' : 'ssl=true';
    });
    const checked = await check(name, asked);
    expect(checked).toMatchObject({ exitCode: 2 });
    expect(checked.stderr).toMatch(/Check what DATABASE_URL says of SSL, and the certificate/);
  },
);

it.runIf(here.some(({ name }) => name === 'mysql'))(
  'mysql: a wrong password of a user that is there, and one who may not read the table',
  async () => {
    const { database, changed } = await addressesOf('mysql');
    const schema = new URL(database.url).pathname.slice(1);
    const user = schema.slice(-20);
    await database.run(`CREATE USER '${user}'@'%' IDENTIFIED BY 'correct';
      CREATE TABLE secrets (id integer); CREATE TABLE catalog (id integer);
      INSERT INTO catalog VALUES (1); GRANT SELECT ON ${schema}.catalog TO '${user}'@'%'`);
    try {
      const as = (password: string): string =>
        changed((url) => {
          [url.username, url.password] = [user, password];
        });
      expect(await check('mysql', as('wrong'))).toMatchObject({ exitCode: 4 });
      const asReader = (table: string) => check('mysql', as('correct'), {}, table);
      expect(await asReader('catalog')).toMatchObject({ exitCode: 0 });
      const refused = await asReader('secrets');
      expect(refused).toMatchObject({ exitCode: 4 });
      expect(refused.stderr).toContain('its user may not read what the query reads');
    } finally {
      await database.run(`DROP USER '${user}'@'%'`);
    }
  },
);

it('sqlite: a file that is not there, and one that is not a database', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'notes.txt'), 'no database '.repeat(100));
  for (const file of ['nowhere.db', 'no/folder.db', 'notes.txt']) {
    const checked = await check('sqlite', join(folder, file));
    expect(checked).toMatchObject({ exitCode: 2 });
    expect(checked.stderr).toContain('its file cannot be opened. Check the path in DATABASE_URL.');
  }
});

it.each([
  ['postgres', 'pg', 'postgres://somebody@127.0.0.1:9/shop'],
  ['mysql', 'mysql2', 'mysql://somebody@127.0.0.1:9/shop'],
  ['sqlite', 'better-sqlite3', 'shop.db'],
] as const)('%s: says what to install where %s is missing', async (name, driver, url) => {
  const folder = await tempFolder();
  const hooks = `export async function resolve(name, context, next) {
    if (name === '${driver}') throw Object.assign(new Error('not there'), { code: 'ERR_MODULE_NOT_FOUND' });
    return next(name, context);
  }`;
  const register = `import { register } from 'node:module';
    register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}));`;
  await writeFile(join(folder, 'without.mjs'), register);
  const checked = await check(name, url, {
    NODE_OPTIONS: `--import=${join(folder, 'without.mjs')}`,
  });
  expect(checked).toMatchObject({ exitCode: 2 });
  expect(checked.stderr).toContain(
    `the package ${driver} is not installed. Install it beside this one: npm install ${driver}.`,
  );
});
