// Years of orders out of a PostgreSQL database, straight from a cursor: nothing is written to a file, nothing is held.
// The database is PGlite, PostgreSQL inside this process, so that it runs as it is. Needs SEQUENZY_API_KEY.
import { PGlite } from '@electric-sql/pglite';
import { SequenzyCommerce } from 'sequenzy-commerce';
import { backfill, verifyTotals } from 'sequenzy-commerce/backfill';
import { parseMoney } from 'sequenzy-sources';

const database = await PGlite.create();
await database.exec(`
  create table customers (id int primary key, email text, first_name text);
  create table orders (id int primary key, customer_id int, total numeric(12, 2), currency text,
                       refunded numeric(12, 2), cancelled boolean, created_at timestamptz);
  insert into customers
    select n, 'customer-' || n || '@shop.example', 'Customer ' || n from generate_series(1, 8) n;
  insert into orders
    select n, 1 + n % 8, 10 + n * 1.25, 'USD', case when n % 9 = 0 then 5 else 0 end, n % 11 = 0,
           timestamptz '2024-01-01 09:00+00' + n * interval '31 hours'
    from generate_series(1, 40) n;
`);

function toCents(amount, currency) {
  const money = parseMoney(amount, currency);
  if (!money.ok) throw new RangeError(money.message);
  return money.cents;
}

/** Every order by time, a page of rows at a time. */
async function* orders() {
  await database.exec('begin');
  try {
    await database.exec(`
      declare history no scroll cursor for
      select o.id, o.total, o.currency, o.refunded, o.cancelled, o.created_at, c.id as customer, c.email, c.first_name
      from orders o join customers c on c.id = o.customer_id
      order by o.created_at, o.id`);
    for (;;) {
      const { rows } = await database.query('fetch 500 from history');
      if (rows.length === 0) return;
      yield* rows.map(toOrder);
    }
  } finally {
    await database.exec('rollback');
  }
}

function toOrder(row) {
  const refundAmountCents = toCents(row.refunded, row.currency);
  return {
    orderId: String(row.id),
    status: row.cancelled ? 'cancelled' : refundAmountCents > 0 ? 'refunded' : 'placed',
    totalCents: toCents(row.total, row.currency),
    currency: row.currency,
    orderedAt: row.created_at.toISOString(),
    ...(refundAmountCents > 0 ? { refundAmountCents } : {}),
    customer: {
      email: row.email,
      externalId: String(row.customer),
      firstName: row.first_name,
    },
  };
}

const sequenzy = new SequenzyCommerce();

// A function, not `orders()`: totals and profiles are known only at the end, so the cursor is opened several times.
const result = await backfill(sequenzy, orders, { totals: 'computed', ltvFirst: true });
console.log(`${result.status}: ${result.records.accepted} orders of ${result.customers} customers`);

if (result.totals) {
  const { checked, differences } = await verifyTotals(sequenzy, result.totals, { sample: 5 });
  console.log(`${checked} customers read back, ${differences.length} differences`);
  if (differences.length > 0) process.exitCode = 1;
}
if (result.status !== 'completed') {
  console.error(result.stoppedBy?.message ?? `${result.records.rejected} orders were rejected`);
  process.exitCode = 1;
}
await database.close();
