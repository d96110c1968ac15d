import { SequenzyValidationError } from '../../errors/errors.ts';
import type { LedgerEntry, LedgerWrite, OrderState } from '../../ledger/ledger.ts';
import { merged } from '../opened/merged.ts';
import { entryOf, listed } from '../opened/parts.ts';
import { hold, type LedgerIdentity, type OpenedLedger } from '../opened/opened-ledger.ts';
import { createTables, rowsOf, type PostgresClient } from './database.ts';
import { leaseIn, writing } from './statements.ts';

/** {@link openPostgresLedger} */
export interface PostgresLedgerOptions extends LedgerIdentity {
  /** A `Pool` or `Client` of `pg`, a PGlite, or any other with such a `query`. It stays yours to end. */
  readonly client: PostgresClient;
  /** Names the two tables, `<table>` and `<table>_entries`, which are made where they are missing. Default: `sequenzy_ledger`. */
  readonly table?: string | undefined;
}

/** Keys that are listed at once. */
const page = 1000;

const columns = 'key, fingerprint, stock::text AS stock, feed, order_state::text AS order_state';

/**
 * Opens a ledger in PostgreSQL 12 or later, for this run alone until it is closed. A write is one statement, and as
 * durable as the database's commits (`synchronous_commit` on, the default).
 *
 * @throws {SequenzyError} of the code `ledger` where another run holds it; {@link SequenzyValidationError}; whatever the
 * driver throws.
 * @example
 * const ledger = await openPostgresLedger({ client: new pg.Pool(), company: 'co_1', origin: 'https://api.sequenzy.com', name: 'products' });
 * await sequenzy.products.sync(products, { ledger });
 * await ledger.close();
 */
export async function openPostgresLedger(options: PostgresLedgerOptions): Promise<OpenedLedger> {
  const { client, company, origin, name, table = 'sequenzy_ledger' } = options;
  if (!/^[a-z_][a-z0-9_.]{0,50}$/.test(table)) {
    const message = 'expected lower-case letters, digits and "_", such as "sequenzy_ledger"';
    throw new SequenzyValidationError('The ledger cannot be opened', [{ path: 'table', message }]);
  }
  const ledger = JSON.stringify([company, origin, name]);
  const ask = (text: string, ...values: string[]) => rowsOf(client, text, [ledger, ...values]);
  await createTables(client, table);
  const adding = `INSERT INTO ${table} (ledger, salt) VALUES ($1, $2) ON CONFLICT (ledger) DO NOTHING`;
  await ask(adding, crypto.randomUUID());
  const held = await hold(leaseIn(ask, table), options);
  const [known] = await ask(
    `SELECT salt, notes::text AS notes,
      (SELECT count(*)::int FROM ${table}_entries WHERE ledger = $1) AS size
      FROM ${table} WHERE ledger = $1`,
  );
  const noted = (parsed(known?.['notes']) ?? {}) as Record<string, string>; // as they were written
  const notes = new Map(Object.entries(noted));
  let closing: Promise<void> | undefined;

  const find = async (keys: readonly string[]): Promise<Map<string, LedgerWrite>> => {
    const rows = await ask(
      `SELECT ${columns} FROM ${table}_entries
        WHERE ledger = $1 AND key IN (SELECT jsonb_array_elements_text($2::jsonb))`,
      JSON.stringify(keys),
    );
    return new Map(rows.map(writtenIn).map((entry) => [entry.key, entry]));
  };

  async function* list(): AsyncGenerator<LedgerWrite> {
    for (let last = ''; ;) {
      const rows = await ask(
        `SELECT ${columns} FROM ${table}_entries
          WHERE ledger = $1 AND key > $2 ORDER BY key LIMIT ${String(page)}`,
        last,
      );
      for (const entry of rows.map(writtenIn)) {
        last = entry.key;
        yield listed(entry);
      }
      if (rows.length < page) return;
    }
  }

  return {
    salt: String(known?.['salt']),
    size: Number(known?.['size']),
    list,
    verify: () => held.verify(),
    async read(keys) {
      const found = await find(keys);
      return keys.map((key) => {
        const written = found.get(key);
        return written && entryOf(written);
      });
    },
    async readOrders(keys) {
      const found = await find(keys);
      return keys.map((key) => found.get(key)?.order);
    },
    async write(writes) {
      if (writes.length === 0) return;
      const [row] = await ask(writing(table), held.token, JSON.stringify(merged(writes)));
      if (row?.['held'] !== 1) await held.verify();
    },
    async *keys() {
      for await (const { key } of list()) yield key;
    },
    notes: {
      get: (note) => notes.get(note),
      async set(note, value) {
        const setting = `UPDATE ${table} SET notes = notes || jsonb_build_object($2::text, $3::text) WHERE ledger = $1`;
        await ask(setting, note, value);
        notes.set(note, value);
      },
    },
    close() {
      closing ??= held.release();
      return closing;
    },
  };
}

function writtenIn(row: Readonly<Record<string, unknown>>): LedgerWrite {
  const { key, fingerprint, feed } = row;
  const stock = parsed(row['stock']) as LedgerEntry['stock']; // as it was written
  const order = parsed(row['order_state']) as OrderState | undefined; // as it was written
  return {
    key: String(key),
    fingerprint: typeof fingerprint === 'string' ? fingerprint : null,
    ...(stock && { stock }),
    ...(typeof feed === 'string' && { feed }),
    ...(order && { order }),
  };
}

/** What this ledger alone has written as JSON; its `null` stands for nothing. */
function parsed(text: unknown): unknown {
  return typeof text === 'string' ? (JSON.parse(text) ?? undefined) : undefined;
}
