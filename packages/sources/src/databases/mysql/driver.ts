import type { Connection, FieldPacket, PrepareStatementInfo } from 'mysql2';
import { addAbortSignal } from 'node:stream';
import { driverOf, queryRefused } from '../query/database-error.ts';
import type { Driver, Part, Snapshot } from '../query/driver.ts';
import type { Statement } from '../query/statement.ts';
import { partsOf } from './address.ts';
import { cellOf } from './cells.ts';
import { failureOf } from './failure.ts';

/** How long a connection may take, in milliseconds. */
const connectTimeout = 30_000;

export const driver: Driver = {
  dialect: {
    hasBackslashes: true,
    hasDollarQuotes: false,
    hasHashComments: true,
    hasBrackets: false,
    placeholder: (name) => (name === 'since' ? 'CAST(? AS DATETIME(6))' : '?'),
    sinceOf: (time) => time.replace('T', ' ').replace('Z', ''),
  },
  checkAddress: (address) => {
    partsOf(address);
  },
  connect: (address, signal) => begin(address, signal).catch(failed()),
};

function failed(statement?: Statement) {
  return (error: unknown): never => {
    throw failureOf(error, statement);
  };
}

/**
 * What holds for the session. A list that an aggregate makes is cut off at a thousand characters otherwise, and a client
 * that writes to a slow disk may take longer than a minute for what the server holds ready.
 */
const session = [
  'SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ',
  "SET SESSION time_zone = '+00:00', group_concat_max_len = 67108864, net_write_timeout = 3600",
];

async function begin(address: string, signal: AbortSignal): Promise<Snapshot> {
  const { default: mysql } = await driverOf('mysql2', () => import('mysql2'));
  signal.throwIfAborted();
  const connection = mysql.createConnection({
    ...partsOf(address),
    connectTimeout,
    charset: 'utf8mb4',
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    jsonStrings: true,
    multipleStatements: false,
  });
  const stop = (): void => {
    connection.destroy();
  };
  connection.on('error', () => undefined); // the next query tells of it
  signal.addEventListener('abort', stop, { once: true });
  const close = (): Promise<void> => {
    signal.removeEventListener('abort', stop);
    connection.destroy(); // nothing was changed that could be lost
    return Promise.resolve();
  };
  try {
    for (const statement of session) await ask(connection, statement);
    const [[now]] = await ask(connection, 'SELECT CAST(UTC_TIMESTAMP(6) AS CHAR)');
    await ask(connection, 'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    const begun = `${String(now).replace(' ', 'T')}Z`;
    return { begun, read: (statement) => read(connection, statement, signal), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The rows of a statement of ours. */
function ask(connection: Connection, sql: string): Promise<readonly [readonly unknown[]]> {
  return new Promise((resolve, reject) => {
    connection.query({ sql, rowsAsArray: true }, (error, rows) => {
      if (error === null)
        resolve(rows as unknown as readonly [readonly unknown[]]); // arrays, as asked for
      else reject(error);
    });
  });
}

const mostRows = 1000;

/** Rows as the server sends them; it waits while nobody takes them. */
async function* read(
  connection: Connection,
  statement: Statement,
  signal: AbortSignal,
): AsyncGenerator<Part> {
  const prepared = await prepare(connection, statement).catch(failed(statement));
  const { text: sql, values } = statement;
  const query = connection.execute({ sql, values: [...values], rowsAsArray: true });
  const stream = addAbortSignal(signal, query.stream({ highWaterMark: mostRows }));
  // The driver tells the connection, and leaves whoever reads the rows waiting.
  const onLost = (error: Error): void => {
    stream.destroy(error);
  };
  connection.on('error', onLost);
  let fields: readonly FieldPacket[] = [];
  stream.on('fields', (found: readonly FieldPacket[]) => {
    fields = found;
  });
  try {
    let parts = 0;
    let rows: Part['rows'][number][] = [];
    const part = (): Part => {
      const made = parts === 0 ? { columns: fields.map(({ name }) => name), rows } : { rows };
      parts += 1;
      rows = [];
      return made;
    };
    // Rows are arrays of what the driver makes of cells.
    for await (const row of stream as AsyncIterable<Parameters<typeof cellOf>[0][]>) {
      rows.push(row.map((cell, at) => cellOf(cell, fields[at]?.columnType)));
      if (rows.length === mostRows) yield part();
    }
    if (parts === 0 || rows.length > 0) yield part();
  } catch (error) {
    failed(statement)(error);
  } finally {
    connection.off('error', onLost);
    stream.destroy();
    prepared.close();
  }
}

/** Only what has columns is carried out: `SELECT … INTO OUTFILE` writes, and no transaction keeps it from that. */
function prepare(connection: Connection, { text, file }: Statement): Promise<PrepareStatementInfo> {
  return new Promise((resolve, reject) => {
    connection.prepare(text, (error, prepared) => {
      if (error !== null) {
        reject(error);
      } else if (columnsOf(prepared) === 0) {
        prepared.close();
        reject(queryRefused(`${file}: it has no columns`, undefined));
      } else {
        resolve(prepared);
      }
    });
  });
}

/** The driver keeps them and does not declare them. */
function columnsOf(prepared: PrepareStatementInfo): number | undefined {
  const columns: unknown = Reflect.get(prepared, 'columns');
  return Array.isArray(columns) ? columns.length : undefined;
}
