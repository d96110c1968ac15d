import { describe, expect, it } from 'vitest';
import type { OrdersOptions } from '../../kinds/orders/orders.ts';
import { MappingNeeded } from '../../reading/home-made.ts';
import { openOrdersText } from '../../open/open-text.ts';

async function ordersOf(text: string, options: OrdersOptions = {}) {
  const orders = await openOrdersText(text, {
    mapping: 'auto',
    timezone: 'UTC',
    currency: 'EUR',
    ...options,
  });
  const all = [];
  for await (const { order, faults } of orders.records()) all.push(order ?? faults);
  const { counts, warnings } = orders;
  await orders.close();
  return { all, counts, warnings };
}

function problemsOf(text: string, options: OrdersOptions = {}): Promise<string[]> {
  return ordersOf(text, options).then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof MappingNeeded)) throw error;
      return error.proposal.problems.map(({ problem }) => problem);
    },
  );
}

describe('an order table with columns of its own', () => {
  it('has its lines in rows', async () => {
    const text = [
      'Bestellnummer;Datum;E-Mail;Artikel;Menge;Einzelpreis;Gesamtbetrag;Status',
      'A1;5.1.2026 10:00;al@shop.example;Tee;2;10,00;25,50;Versendet',
      'A1;5.1.2026 10:00;al@shop.example;Cap;1;5,50;25,50;Versendet',
      'A2;6.1.2026 10:00;bo@shop.example;Cap;1;5,50;5,50;Ausstehend',
    ].join('\n');
    const { all, counts, warnings } = await ordersOf(text);
    expect(all).toEqual([
      {
        orderId: 'A1',
        status: 'fulfilled',
        totalCents: 2550,
        currency: 'EUR',
        orderedAt: '2026-01-05T10:00:00Z',
        customer: { email: 'al@shop.example' },
        items: [
          { productId: 'tee', title: 'Tee', quantity: 2, priceCents: 1000 },
          { productId: 'cap', title: 'Cap', quantity: 1, priceCents: 550 },
        ],
      },
    ]);
    expect(counts.skipped).toEqual([{ reason: 'excluded by mapping', orders: 1 }]);
    expect(warnings.join()).toContain('2 order lines name a product that could not be looked up');
  });

  it('has its lines as a list in one column', async () => {
    const lines = '[{""productId"":7,""title"":""Tee"",""quantity"":2,""price"":12.5}]';
    const text = `order_id,customer_email,order_date,lines_json,total\nA1,al@shop.example,2026-01-05T10:00:00Z,"${lines}",25.00\n`;
    const fields = {
      orderId: 'order_id',
      email: 'customer_email',
      orderedAt: 'order_date',
      total: 'total',
      status: { value: 'placed' },
    };
    for (const mapping of ['auto', { fields, items: 'lines_json' }] as const) {
      expect((await ordersOf(text, { mapping })).all).toMatchObject([
        {
          totalCents: 2500,
          items: [{ productId: '7', title: 'Tee', quantity: 2, priceCents: 1250 }],
        },
      ]);
    }
  });

  it('has its lines in one cell, in numbered columns, or none', async () => {
    const cell =
      'order_id,customer_email,order_date,products,total\nA1,al@shop.example,2026-01-05T10:00:00Z,Tee x2; Cap,40.00\n';
    expect((await ordersOf(cell)).all).toMatchObject([
      {
        items: [
          { title: 'Tee', quantity: 2 },
          { title: 'Cap', quantity: 1 },
        ],
      },
    ]);
    const columns =
      'order_id,email,date,line_item_1,line_item_2,total\nA1,al@shop.example,2026-01-05T10:00:00Z,name:Tee|sku:T|quantity:2,name:Cap|quantity:1,40.00\n';
    expect((await ordersOf(columns)).all).toMatchObject([
      { items: [{ productId: 'tee', sku: 'T', quantity: 2 }, { productId: 'cap' }] },
    ]);
    const byCells =
      'Nr,Wann,Kundschaft,Summe,Zahlungsstatus\n7,2026-01-05T10:00:00Z,al@shop.example,1.50,bezahlt\n';
    expect((await ordersOf(byCells)).all).toMatchObject([
      { orderId: '7', status: 'placed', customer: { email: 'al@shop.example' } },
    ]);
    const none = 'Номер заказа;Дата;Почта;Сумма\nA1;2026-01-05T10:00:00Z;al@shop.example;40,00\n';
    expect((await ordersOf(none)).all).toMatchObject([{ orderId: 'A1', totalCents: 4000 }]);
  });

  it('has the sum of its lines as total where no column holds totals', async () => {
    const text = [
      'Order ID,Date,Email,Item,Quantity,Unit price',
      'A1,2026-01-05T10:00:00Z,al@shop.example,Tee,2,10.10',
      'A1,2026-01-05T10:00:00Z,al@shop.example,Cap,1,5.05',
      'A2,2026-01-06T10:00:00Z,bo@shop.example,Cap,3,',
    ].join('\n');
    const { all, warnings } = await ordersOf(text);
    expect(all).toMatchObject([
      { orderId: 'A1', totalCents: 2525 },
      [
        {
          message:
            'the total is the sum of the lines, and not every line has a price and a quantity',
        },
      ],
    ]);
    expect(warnings.join()).toContain('1 order has the sum of the lines as the total');
    const total = text
      .replace('Unit price', 'Unit price,Total')
      .replace(/(\d\.\d+|,)$/gm, '$1,7.00');
    expect((await ordersOf(total)).all[0]).toMatchObject({ totalCents: 700 });
  });

  it('is refused where something decides what is sent and is not known', async () => {
    const head = 'order id,email,date,total,status\n';
    expect(await problemsOf(`${head}1,a@shop.example,2026-01-05T10:00:00Z,1,Odd\n`)).toEqual([
      '"status" holds "Odd", and nothing says what that means',
    ]);
    const bare = await openOrdersText(`${head}1,a@shop.example,1/2/2026,1,paid\n`).catch(
      (error: unknown) => error,
    );
    expect(bare).toHaveProperty('proposal.problems.length', 3); // day, zone and currency
    expect(await problemsOf('order id,total,date,x\n1,2,2026-01-05T10:00:00Z,y\n')).toEqual([
      'no column is recognised as email, and every order needs one',
    ]);
  });
});
