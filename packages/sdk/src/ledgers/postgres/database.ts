/** What is needed of a driver: a `Pool` or `Client` of `pg`, PGlite, or whatever else has such a `query`. */
export interface PostgresClient {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

type Row = Readonly<Record<string, unknown>>;

/** Statements whose values are texts, so that no driver's own types matter. */
export async function rowsOf(
  client: PostgresClient,
  text: string,
  values: readonly string[] = [],
): Promise<readonly Row[]> {
  const { rows } = await client.query(text, [...values]);
  return rows as readonly Row[]; // every driver gives rows by the names of their columns
}

/** Two runs may make the tables at one moment: whichever fails finds those of the other. */
export async function createTables(client: PostgresClient, table: string): Promise<void> {
  const areThere = async (): Promise<boolean> => {
    const [row] = await rowsOf(client, 'SELECT to_regclass($1)::text AS found', [
      `${table}_entries`,
    ]);
    return typeof row?.['found'] === 'string';
  };
  if (await areThere()) return;
  try {
    await client.query(`CREATE TABLE IF NOT EXISTS ${table} (
      ledger text PRIMARY KEY,
      salt text NOT NULL,
      notes jsonb NOT NULL DEFAULT '{}',
      holder text,
      held_until timestamptz
    )`);
    await client.query(`CREATE TABLE IF NOT EXISTS ${table}_entries (
      ledger text NOT NULL,
      key text COLLATE "C" NOT NULL,
      fingerprint text,
      stock jsonb,
      feed text,
      order_state jsonb,
      PRIMARY KEY (ledger, key)
    )`);
  } catch (error) {
    if (!(await areThere())) throw error;
  }
}
