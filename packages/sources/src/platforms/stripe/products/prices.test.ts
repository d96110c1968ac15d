import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../../open/open-text.ts';

const header = 'Price ID,Product ID,Product Name,Description,Amount,Currency,Interval';
const read = async (...rows: readonly string[]) => {
  const [record] = await recordsOf([header, ...rows].join('\n'), {});
  return record;
};

describe('prices that the dashboard of Stripe exports', () => {
  it('are in the units of their currency, and need no option', async () => {
    const record = await read('p1,a,Gold,,1500,jpy,', 'p2,a,Gold,,900,JPY,month');
    expect(record?.product).toEqual({
      productId: 'a',
      title: 'Gold',
      priceCents: 900,
      currency: 'JPY',
      variants: [
        { variantId: 'p1', title: '1500 JPY', priceCents: 1500, options: [] },
        { variantId: 'p2', title: 'month', priceCents: 900, options: [] },
      ],
    });
  });

  it.each([
    ['p1,a,Gold,,cheap,eur,', '"cheap" is not an amount'],
    ['p1,a,Gold,,9.00,euro,', 'expected an ISO 4217 code such as usd, got "euro"'],
    [',a,Gold,,9.00,eur,', 'is required'],
    ['p1,a,,,9.00,eur,', 'is required'],
  ])('refuse %s', async (row, message) => {
    const faults = (await read(row))?.faults ?? [];
    expect(faults.map((fault) => fault.message).join('; ')).toContain(message);
  });
});
