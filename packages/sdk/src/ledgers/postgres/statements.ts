import { leaseMilliseconds, type Lease } from '../opened/opened-ledger.ts';

/**
 * One statement for all entries, where $2 holds the ledger. An entry without an order keeps what is known of it, unless
 * it was forgotten just before: the `null` of JSON stands for none then.
 */
export function writing(table: string): string {
  return `WITH held AS (SELECT 1 FROM ${table} WHERE ledger = $1 AND holder = $2 FOR SHARE),
    given AS (
      SELECT one.* FROM jsonb_to_recordset($3::jsonb)
        AS one (key text, fingerprint text, stock jsonb, feed text, "order" jsonb, forget boolean, "isWiped" boolean)
      WHERE EXISTS (SELECT FROM held)
    ),
    gone AS (
      DELETE FROM ${table}_entries WHERE ledger = $1 AND key IN (SELECT key FROM given WHERE forget)
    ),
    put AS (
      INSERT INTO ${table}_entries AS known (ledger, key, fingerprint, stock, feed, order_state)
      SELECT $1, key, fingerprint, stock, feed,
        coalesce("order", CASE WHEN "isWiped" THEN 'null'::jsonb END)
      FROM given WHERE forget IS NOT TRUE
      ON CONFLICT (ledger, key) DO UPDATE SET
        fingerprint = excluded.fingerprint, stock = excluded.stock, feed = excluded.feed,
        order_state = coalesce(excluded.order_state, known.order_state)
    )
    SELECT count(*)::int AS held FROM held`;
}

/** Asks about one ledger, whose name is $1. */
type Ask = (text: string, ...values: string[]) => Promise<readonly unknown[]>;

export function leaseIn(ask: Ask, table: string): Lease {
  const until = `now() + interval '${String(leaseMilliseconds)} milliseconds'`;
  const mine = 'WHERE ledger = $1 AND holder = $2';
  const isDone = async (text: string, token: string): Promise<boolean> =>
    (await ask(`UPDATE ${table} SET ${text} RETURNING 1 AS done`, token)).length > 0;
  return {
    take: (token) =>
      isDone(
        `holder = $2, held_until = ${until}
          WHERE ledger = $1 AND (holder IS NULL OR held_until < now())`,
        token,
      ),
    renew: (token) => isDone(`held_until = ${until} ${mine}`, token),
    release: async (token) => {
      await isDone(`holder = NULL ${mine}`, token);
    },
  };
}
