import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import type { Customers, CustomersOptions } from '../kinds/customers/customers.ts';
import { readCustomers } from './customers.ts';

async function read(
  content: string | Uint8Array,
  options: CustomersOptions = {},
): Promise<Customers> {
  const file = join(await tempFolder(), 'c');
  await writeFile(file, content);
  return readCustomers([file], { currency: 'USD', ...options });
}

const shopify = [
  'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Phone,Total Spent,Total Orders,Note,Tags',
  '\'123,Zoë,King,Ada@Example.com,yes,,"1,234.50",7,,vip',
  ',,,,no,+1,9.00,1,,',
  '',
].join('\r\n');

describe('a customer export', () => {
  it.each<[string, string | Uint8Array]>([
    ['Shopify', shopify],
    ['gzipped', gzipSync(shopify)],
    ['in Windows-1252', Buffer.from(shopify, 'latin1')],
    ['in UTF-16', Buffer.from(`\ufeff${shopify}`, 'utf16le')],
    ['with semicolons', 'Email;Orders Count;Total Spent\nada@example.com;7;1234.50\n'],
    [
      'WooCommerce Analytics',
      'Name,Email,Orders,Total Spend,AOV\nA,ada@example.com,7,1234.5,176\n',
    ],
    ['in cents', 'email\tordersCount\ttotalSpentCents\nada@example.com\t7\t123450\n'],
    ['in both', 'email,orders,totalSpent,totalSpentCents\nada@example.com,7,1234.5,123450\n'],
    ['with a currency', 'email,orders,total spent,currency\nada@example.com,7,123.450,KWD\n'],
    [
      'JSON of an API',
      '{"customers":[{"email":"ADA@example.com","orders_count":7,"total_spent":"1234.50"}]}',
    ],
    ['NDJSON', '{"email":"ada@example.com","ordersCount":7,"totalSpentCents":123450}\n'],
    [
      'saying the same twice',
      'email,orders,total spent\nada@example.com,7,1234.5\nADA@example.com,7,1234.5\n',
    ],
  ])('%s', async (_, content) => {
    const customers = await read(content);
    const totals = { ordersCount: 7, totalSpentCents: 123450 };
    expect(customers.totalsOf(' ADA@EXAMPLE.com ')).toEqual(totals);
    expect(customers.totalsOf('bo@example.com')).toBeUndefined();
    expect(customers.counts.customers).toBe(1);
  });

  it('counts rows without an address, and warns of nothing but its encoding', async () => {
    const { counts, warnings } = await read(Buffer.from(shopify, 'latin1'));
    expect(counts).toEqual({ rows: 2, customers: 1, withoutEmail: 1 });
    expect(warnings).toEqual([expect.stringContaining('read as Windows-1252')]);
  });

  it('knows what the amounts of each are in', async () => {
    const customers = await read(
      'email,orders,total spent,currency\na@x.io,1,5,JPY\nb@x.io,1,5,kwd\nc@x.io,1,5,\nd@x.io,1,5,JPY\n',
    );
    const emails = ['A@x.io', 'b@x.io', 'c@x.io', 'd@x.io', 'e@x.io'];
    expect(emails.map((email) => customers.currencyOf(email))).toEqual([
      'JPY',
      'KWD',
      'USD',
      'JPY',
      undefined,
    ]);
  });

  it('reads the amount of Shopify’s APIs in the currency it is in', async () => {
    const graphql = {
      email: 'a@x.io',
      numberOfOrders: '3',
      amountSpent: { amount: '90.0', currencyCode: 'EUR' },
    };
    // What the customer paid the last order in says nothing about the amount.
    const rest = {
      email: 'a@x.io',
      orders_count: 3,
      total_spent: '90.00',
      currency: 'JPY',
      last_order_id: 7,
    };
    for (const [customer, currency] of [
      [graphql, 'EUR'],
      [rest, 'USD'],
    ] as const) {
      const customers = await read(JSON.stringify([customer]));
      expect(customers.totalsOf('a@x.io')).toEqual({ ordersCount: 3, totalSpentCents: 9000 });
      expect(customers.currencyOf('a@x.io')).toBe(currency);
    }
  });

  it('reads 1.234 as decimal says', async () => {
    const content = 'Email;Total Orders;Total Spent\nada@example.com;7;1.234,50\nbo@x.io;1;1.234\n';
    const customers = await read(content, { decimal: ',' });
    expect(customers.totalsOf('bo@x.io')?.totalSpentCents).toBe(123400);
    await expect(read(content)).rejects.toThrow(/line 3, column "Total Spent": "1\.234"/);
  });

  it.each([
    ['a@x.io,1,1.005', /c, line 2, column "Total Spent": "1\.005"/],
    ['a@x.io,1.5,1', /line 2, column "Orders": expected a whole number, got "1\.5"/],
    ['a@x.io,-1,1', /line 2, column "Orders": is below 0/],
    ['a@x.io,,1', /line 2, column "Orders": is required/],
    ['a@x.io,1,', /line 2, column "Total Spent": is required/],
    ['a@x.io,1,1\nb@x.io,1,1\nA@x.io,2,1', /line 4.*"2" differs from "1" on line 2/],
    ['a@x.io,1,x\nb@x.io,1,x\nc@x.io,1,x', /line 2.* and so for 2 more/],
  ])('refuses %j with its place', async (rows, message) => {
    await expect(read(`Email,Orders,Total Spent\n${rows}\n`)).rejects.toThrow(message);
  });

  it('refuses a file without the columns, and amounts in no currency', async () => {
    await expect(read('Email,Total Orders\na@x.io,1\n')).rejects.toThrow(
      /missing: one of Total Spent/,
    );
    const file = join(await tempFolder(), 'c.csv');
    await writeFile(file, 'Email,Orders,Total Spent\na@x.io,1,1\n');
    await expect(readCustomers([file])).rejects.toThrow(/nothing says in which currency/);
  });
});
