import type { Database } from 'better-sqlite3';
import { turn } from 'sequenzy-contract';
import { SourceError } from '../../faults/source-error.ts';
import {
  codeOf,
  DatabaseError,
  driverMissing,
  driverOf,
  queryRefused,
  writeRefused,
} from '../query/database-error.ts';
import { fractionText } from '../query/cells.ts';
import type { Cell, Driver, Part, Snapshot } from '../query/driver.ts';
import type { Statement } from '../query/statement.ts';

export const driver: Driver = {
  dialect: {
    hasBackslashes: false,
    hasDollarQuotes: false,
    hasHashComments: false,
    hasBrackets: true,
    placeholder: () => '?',
    // As CURRENT_TIMESTAMP writes it.
    sinceOf: (time) => time.replace('T', ' ').replace(/\.\d+Z$/, ''),
  },
  checkAddress(address) {
    if (address !== '' && (/^(file|sqlite):/i.test(address) || !/^[a-z][a-z+]+:/i.test(address))) {
      return;
    }
    throw new SourceError('DATABASE_URL does not name a file of SQLite', {
      code: 'bad-option',
      nextStep: 'Give its path, such as /var/lib/shop/shop.db or sqlite:shop.db.',
    });
  },
  connect: begin,
};

/** `sqlite:shop.db`, `sqlite:///var/lib/shop.db`, `file:shop.db` or the path itself. */
function pathOf(address: string): string {
  const [, path] = /^(?:file|sqlite):(?:\/\/(?=\/))?([^?]*)/i.exec(address) ?? [];
  return path === undefined ? address : decodeURIComponent(path);
}

async function begin(address: string, signal: AbortSignal): Promise<Snapshot> {
  const { default: Sqlite } = await driverOf('better-sqlite3', () => import('better-sqlite3'));
  let database: Database | undefined;
  let begun: string;
  try {
    database = new Sqlite(pathOf(address), { readonly: true, fileMustExist: true });
    database.defaultSafeIntegers(true);
    database.pragma('query_only = ON');
    database.exec('BEGIN');
    const clock = database.prepare("SELECT strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')").pluck();
    begun = String(clock.get());
  } catch (error) {
    database?.close();
    if (isOfSqlite(error)) throw failureOf(error, 'The query');
    throw error instanceof TypeError ? unusableFile(error) : driverMissing('better-sqlite3', error);
  }
  return {
    begun,
    read: (statement) => read(database, statement, signal),
    close() {
      database.close();
      return Promise.resolve();
    },
  };
}

function unusableFile(error: unknown): DatabaseError {
  const nextStep = 'Check the path in DATABASE_URL.';
  const failure = { code: 'not-found', end: 'unusable', nextStep } as const;
  return new DatabaseError('its file cannot be opened', failure, error);
}

function isOfSqlite(error: unknown): error is Error {
  return error instanceof Error && error.name === 'SqliteError';
}

const mostRows = 500;

async function* read(
  database: Database,
  { text, values, file }: Statement,
  signal: AbortSignal,
): AsyncGenerator<Part> {
  try {
    const prepared = database.prepare<string[], Parameters<typeof cellOf>[0][]>(text);
    if (!prepared.reader) throw queryRefused(`${file}: it has no columns`, undefined);
    prepared.raw(true);
    const columns = prepared.columns().map(({ name }) => name);
    yield { columns, rows: [] };
    let rows: Cell[][] = [];
    for (const row of prepared.iterate(...values)) {
      rows.push(row.map(cellOf));
      if (rows.length < mostRows) continue;
      yield { rows };
      rows = [];
      await turn();
      signal.throwIfAborted();
    }
    if (rows.length > 0) yield { rows };
  } catch (error) {
    throw failureOf(error, file);
  }
}

function cellOf(cell: string | bigint | number | Buffer | null): Cell {
  if (cell === null) return null;
  return typeof cell === 'number' ? fractionText(cell) : cell.toString();
}

function failureOf(error: unknown, file: string): unknown {
  if (error instanceof RangeError) return queryRefused(`${file}: ${error.message}`, error);
  if (!isOfSqlite(error)) return error;
  const code = codeOf(error) ?? '';
  const { message } = error;
  if (code.startsWith('SQLITE_READONLY')) return writeRefused(file, message, error);
  if (code === 'SQLITE_ERROR' || code === 'SQLITE_MISMATCH') {
    return queryRefused(`${file}: ${message}`, error);
  }
  if (/^SQLITE_(CORRUPT|NOTADB|CANTOPEN)/.test(code)) return unusableFile(error);
  return new DatabaseError(message, { code: 'server', end: 'passing' }, error); // locked, busy
}
