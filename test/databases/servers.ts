import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import mysql from 'mysql2/promise';
import pg from 'pg';
import { tempFolder } from 'sequenzy-testkit';
import { onTestFinished } from 'vitest';

/** A database of a test's own. */
export interface TestDatabase {
  /** For DATABASE_URL. */
  readonly url: string;
  /** One statement or several. */
  run(sql: string): Promise<void>;
  /** Rows of one statement, as the driver gives them. */
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

const addresses = {
  postgres: process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres',
  mysql: process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306/',
};

/**
 * Whether a server answers; its tests are left out with one line where it does not, and fail where all services are
 * required, as in .ci/run.
 */
async function isReachable(name: keyof typeof addresses): Promise<boolean> {
  if (process.env['SEQUENZY_TEST_SERVICES'] === 'required') return true;
  try {
    await (name === 'postgres'
      ? withPostgres(addresses.postgres, 'SELECT 1')
      : withMysql('SELECT 1'));
    return true;
  } catch {
    process.stderr.write(
      `No ${name} server answers: its tests are left out (TEST_${name.toUpperCase()}_URL names one).\n`,
    );
    return false;
  }
}

async function withPostgres(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const found = await client.query<Record<string, unknown>>(sql);
    return found.rows;
  } finally {
    await client.end();
  }
}

async function withMysql(sql: string, database?: string): Promise<unknown> {
  const connection = await mysql.createConnection({
    uri: addresses.mysql,
    ...(database !== undefined && { database }),
    multipleStatements: true,
    charset: 'utf8mb4',
    connectTimeout: 5000,
    supportBigNumbers: true,
    bigNumberStrings: true,
  });
  try {
    const [rows] = await connection.query(sql);
    return rows;
  } finally {
    await connection.end();
  }
}

function newName(): string {
  return `sequenzy_test_${randomBytes(6).toString('hex')}`;
}

async function postgresDatabase(): Promise<TestDatabase> {
  const name = newName();
  await withPostgres(addresses.postgres, `CREATE DATABASE ${name}`);
  onTestFinished(async () => {
    await withPostgres(addresses.postgres, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  const url = new URL(addresses.postgres);
  url.pathname = name;
  return {
    url: url.href,
    run: async (sql) => {
      await withPostgres(url.href, sql);
    },
    rows: (sql) => withPostgres(url.href, sql),
  };
}

async function mysqlDatabase(): Promise<TestDatabase> {
  const name = newName();
  await withMysql(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  onTestFinished(async () => {
    await withMysql(`DROP DATABASE ${name}`);
  });
  const url = new URL(addresses.mysql);
  url.pathname = name;
  return {
    url: url.href,
    run: async (sql) => {
      await withMysql(sql, name);
    },
    // One statement gives one list of rows.
    rows: async (sql) => (await withMysql(sql, name)) as Record<string, unknown>[],
  };
}

async function sqliteDatabase(): Promise<TestDatabase> {
  const url = join(await tempFolder(), 'shop.db');
  const with_ = <Made>(work: (database: Sqlite.Database) => Made): Promise<Made> => {
    const database = new Sqlite(url);
    try {
      return Promise.resolve(work(database));
    } finally {
      database.close();
    }
  };
  return {
    url,
    run: (sql) =>
      with_((database) => {
        database.exec(sql);
      }),
    rows: (sql) => with_((database) => database.prepare<[], Record<string, unknown>>(sql).all()),
  };
}

/** The kinds of databases that there are here. */
export const kinds = [
  { name: 'postgres', open: postgresDatabase, isHere: await isReachable('postgres') },
  { name: 'mysql', open: mysqlDatabase, isHere: await isReachable('mysql') },
  { name: 'sqlite', open: sqliteDatabase, isHere: true },
] as const;

export type DatabaseKind = (typeof kinds)[number]['name'];

/** Those whose tests are run. */
export const here = kinds.filter(({ isHere }) => isHere);
