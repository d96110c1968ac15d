import type { Client, FieldDef } from 'pg';
import { SourceError } from '../../faults/source-error.ts';
import { driverOf } from '../query/database-error.ts';
import type { Cell, Driver, Part, Snapshot } from '../query/driver.ts';
import type { Statement } from '../query/statement.ts';
import { failureOf } from './failure.ts';
import { readerOf } from './cells.ts';

/** How long a connection may take, in milliseconds. */
const connectionTimeout = 30_000;

export const driver: Driver = {
  dialect: {
    hasBackslashes: false,
    hasDollarQuotes: true,
    hasHashComments: false,
    hasBrackets: false,
    // Without a type, `:since - interval '1 day'` would be a difference of intervals.
    placeholder: (name, at) => `$${String(at)}${name === 'since' ? '::timestamptz' : ''}`,
    sinceOf: (time) => time,
  },
  checkAddress(address) {
    if (/^postgres(ql)?:\/\/./i.test(address)) return;
    throw new SourceError('DATABASE_URL is not the address of a PostgreSQL database', {
      code: 'bad-option',
      nextStep: 'Give postgres://user:password@host:5432/database.',
    });
  },
  connect: (address, signal) => begin(address, signal).catch(failed()),
};

/** The driver checks the certificate for each of these, and warns that a later release of it will not. */
function withVerifiedSsl(address: string): string {
  return address.replace(/(?<=[?&]sslmode=)(?:prefer|require|verify-ca)(?=[&#]|$)/i, 'verify-full');
}

/** For the place of what is wrong with a query. */
function failed(statement?: Statement, offset = 0) {
  return (error: unknown): never => {
    throw failureOf(error, statement, offset);
  };
}

async function begin(address: string, signal: AbortSignal): Promise<Snapshot> {
  const { default: pg } = await driverOf('pg', () => import('pg'));
  signal.throwIfAborted();
  const client = new pg.Client({
    connectionString: withVerifiedSsl(address),
    connectionTimeoutMillis: connectionTimeout,
    application_name: 'sequenzy',
    keepAlive: true,
  });
  const stop = (): void => {
    void client.end().catch(() => undefined);
  };
  client.on('error', () => undefined); // the next query tells of it
  await client.connect();
  signal.addEventListener('abort', stop, { once: true });
  const close = async (): Promise<void> => {
    signal.removeEventListener('abort', stop);
    await client.end().catch(() => undefined); // nothing was changed that could be lost
  };
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(
      "SET LOCAL TIME ZONE 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL cursor_tuple_fraction = 1",
    );
    const { rows } = await client.query<{ now: string }>(
      `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS now`,
    );
    const begun = rows[0]?.now ?? '';
    return { begun, read: (statement) => read(client, statement, signal), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Rows that are asked for at first, at most, and how much text they should come to. */
const [firstRows, mostRows, wanted] = [100, 5000, 2 * 1024 * 1024];

const cursor = 'DECLARE sequenzy_rows NO SCROLL CURSOR FOR ';

async function* read(
  client: Client,
  statement: Statement,
  signal: AbortSignal,
): AsyncGenerator<Part> {
  const { text, values } = statement;
  // The extended protocol takes one statement only.
  const declared = { text: cursor + text, values: [...values], queryMode: 'extended' };
  await client.query(declared).catch(failed(statement, cursor.length));
  let rows = firstRows;
  let isFirst = true;
  for (;;) {
    signal.throwIfAborted();
    const found = await client
      .query<Cell[]>({
        text: `FETCH FORWARD ${String(rows)} FROM sequenzy_rows`,
        rowMode: 'array',
        types: { getTypeParser: () => (cell: unknown) => cell },
      })
      .catch(failed(statement));
    const part = partOf(found.fields, found.rows, isFirst);
    yield part;
    if (found.rows.length < rows) return;
    isFirst = false;
    rows = rowsFor(sizeOf(part), rows);
  }
}

function partOf(fields: readonly FieldDef[], found: readonly Cell[][], isFirst: boolean): Part {
  const readers = fields.map(({ dataTypeID }) => readerOf(dataTypeID));
  const rows = found.map((row) =>
    row.map((cell, at) => (cell === null ? null : (readers[at]?.(cell) ?? cell))),
  );
  return isFirst ? { columns: fields.map(({ name }) => name), rows } : { rows };
}

function sizeOf({ rows }: Part): number {
  return rows.reduce(
    (size, row) => row.reduce((sum, cell) => sum + (cell?.length ?? 0), size),
    rows.length,
  );
}

/** So many rows that a part stays small, however long their texts are. */
function rowsFor(size: number, rows: number): number {
  return Math.max(1, Math.min(mostRows, Math.floor((wanted * rows) / size), rows * 4));
}
