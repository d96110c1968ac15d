import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../open/open-text.ts';

const header = 'Handle,Title,Variant Price,Currency';
const text = `${header}\na,A,10.00,EUR\nb,B,10.00,usd\nc,C,10.00,\n`;

describe('a column of currencies that the source does not read', () => {
  it('refuses prices that would be read in another currency, and names the row', async () => {
    await expect(openText(text, { currency: 'EUR', from: 'shopify' })).rejects.toMatchObject({
      code: 'unread-column',
      line: 3,
      column: 'Currency',
      value: 'usd',
      advice: expect.arrayContaining([{ option: 'currency', value: 'USD' }]) as string[],
    });
  });

  it('is only unknown where it says the currency of the prices, or none', async () => {
    const same = text.replace('usd', 'eur').replace('10.00,\n', '10.00,n/a\n');
    const records = await recordsOf(same, { currency: 'EUR', from: 'shopify' });
    expect(records.map(({ key, faults }) => [key, faults.length])).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ]);
  });
});
