import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CustomerTotals, type CountedOrder } from './customer-totals.ts';

const order = (orderId: string, totalCents: number, more: Partial<CountedOrder> = {}) => ({
  orderId,
  totalCents,
  currency: 'USD',
  customer: { email: 'ada@example.com' },
  ...more,
});

function totalsOf(...orders: CountedOrder[]) {
  const totals = new CustomerTotals();
  for (const one of orders) totals.add(one);
  return totals;
}

describe('totals of a customer', () => {
  it('count orders that are not cancelled, and take refunds off', () => {
    const totals = totalsOf(
      order('1', 1000),
      order('2', 500, { status: 'cancelled' }),
      order('3', 2000, { status: 'refunded', refundAmountCents: 300 }),
      order('4', 700, { status: 'refunded' }),
      order('5', 100, { status: 'fulfilled', refundAmountCents: 150 }),
    );
    expect(totals.totalsOf('ada@example.com')).toEqual({ ordersCount: 4, totalSpentCents: 2700 });
    expect(totals.customers).toBe(1);
    expect(totals.orders).toBe(5);
  });

  it('know the customer however the address is written', () => {
    const totals = totalsOf(
      order('1', 1, { customer: { email: ' ADA@Example.com' } }),
      order('2', 2),
    );
    expect(totals.totalsOf('Ada@example.COM')?.totalSpentCents).toBe(3);
    expect(totals.totalsOf('bob@example.com')).toBeUndefined();
  });

  it('take the last version of an order, also where it moved to another customer or currency', () => {
    const bob = { customer: { email: 'bob@example.com' }, currency: 'EUR' };
    const totals = totalsOf(order('1', 10), order('1', 20), order('2', 5), order('2', 7, bob));
    expect(totals.totalsOf('ada@example.com')).toEqual({ ordersCount: 1, totalSpentCents: 20 });
    expect(totals.totalsOf('bob@example.com')).toEqual({ ordersCount: 1, totalSpentCents: 7 });
    expect(totals.currencyOf('bob@example.com')).toBe('EUR');
  });

  it('are zero for a customer whose orders were all cancelled', () => {
    const totals = totalsOf(order('1', 10, { status: 'cancelled', currency: 'JPY' }));
    expect(totals.totalsOf('ada@example.com')).toEqual({ ordersCount: 0, totalSpentCents: 0 });
    expect(totals.currencyOf('ada@example.com')).toBe('JPY');
  });

  it('are missing where currencies are mixed, until the last of another is taken back', () => {
    const totals = totalsOf(order('1', 10), order('2', 10, { currency: 'EUR' }));
    expect(totals.totalsOf('ada@example.com')).toBeUndefined();
    expect(totals.currencyOf('ada@example.com')).toBeUndefined();
    expect(totals.mixed()).toEqual(['ada@example.com']);
    totals.add(order('2', 10, { currency: 'EUR', status: 'cancelled' }));
    expect(totals.mixed()).toEqual([]);
    expect(totals.totalsOf('ada@example.com')?.totalSpentCents).toBe(10);
  });

  it('are converted where the rates are known, and only for those who mix', () => {
    const totals = new CustomerTotals({ rates: { base: 'USD', rates: { EUR: '1.08' } } });
    const of = (email: string) => ({ customer: { email } });
    totals.add(order('1', 1000, of('mix@x.example')));
    totals.add(order('2', 1000, { ...of('mix@x.example'), currency: 'EUR' }));
    totals.add(order('3', 1000, { ...of('eur@x.example'), currency: 'EUR' }));
    totals.add(order('4', 1000, of('gbp@x.example')));
    totals.add(order('5', 1000, { ...of('gbp@x.example'), currency: 'GBP' }));
    expect(totals.totalsOf('mix@x.example')).toEqual({ ordersCount: 2, totalSpentCents: 2080 });
    expect(totals.currencyOf('mix@x.example')).toBe('USD');
    expect(totals.totalsOf('eur@x.example')).toEqual({ ordersCount: 1, totalSpentCents: 1000 });
    expect(totals.mixed()).toEqual(['gbp@x.example']);
  });

  it('can be sampled: the same addresses for the same seed, whatever order they come in', () => {
    const sampleOf = (numbers: number[], seed: string) => {
      const totals = new CustomerTotals({ seed, sampleSize: 20 });
      for (const number of numbers)
        totals.add(order(String(number), 1, { customer: { email: `c${number}@x.example` } }));
      return totals.sample(10);
    };
    const numbers = Array.from({ length: 1000 }, (_, number) => number);
    const sample = sampleOf(numbers, 'a');
    expect(new Set(sample).size).toBe(10);
    expect(sampleOf(numbers.toReversed(), 'a')).toEqual(sample);
    expect(sampleOf(numbers, 'b')).not.toEqual(sample);
  });

  it('equal what is added up one customer at a time, over 20,000 orders in any order', () => {
    const email = fc
      .tuple(fc.nat(3000), fc.boolean())
      .map(([id, upper]) => (upper ? `C${id}@X.EXAMPLE` : `c${id}@x.example`));
    const one = fc.record(
      {
        orderId: fc.nat(15_000).map(String),
        status: fc.constantFrom('placed', 'fulfilled', 'refunded', 'cancelled'),
        totalCents: fc.nat(1_000_000),
        refundAmountCents: fc.nat(1_000_000),
        currency: fc.constantFrom('USD', 'USD', 'USD', 'USD', 'USD', 'EUR'),
        customer: fc.record({ email }),
      },
      { requiredKeys: ['orderId', 'totalCents', 'currency', 'customer'] },
    );
    const [orders = []] = fc.sample(
      fc.array(one, { minLength: 20_000, maxLength: 20_000, size: 'max' }),
      { numRuns: 1, seed: 7 },
    );
    const totals = totalsOf(...orders);
    const last = new Map(orders.map((version) => [version.orderId, version]));
    const plain = new Map<string, CountedOrder[]>();
    for (const version of orders) plain.set(version.customer.email.toLowerCase(), []);
    for (const version of last.values())
      plain.get(version.customer.email.toLowerCase())?.push(version);
    const mixed: string[] = [];
    for (const [who, theirs] of plain) {
      const counted = theirs.filter(({ status }) => status !== 'cancelled');
      const currencies = new Set(counted.map(({ currency }) => currency));
      if (currencies.size > 1) mixed.push(who);
      let spent = 0n;
      for (const { status, totalCents, refundAmountCents } of counted) {
        const refund = refundAmountCents ?? (status === 'refunded' ? totalCents : 0);
        if (refund < totalCents) spent += BigInt(totalCents) - BigInt(refund);
      }
      const expected = { ordersCount: counted.length, totalSpentCents: Number(spent) };
      expect(totals.totalsOf(who)).toEqual(currencies.size > 1 ? undefined : expected);
    }
    expect(totals.customers).toBe(plain.size);
    expect(totals.mixed().sort()).toEqual(mixed.sort());
    expect(mixed.length).toBeGreaterThan(100);
  });
});
