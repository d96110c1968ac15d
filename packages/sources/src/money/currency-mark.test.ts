import { worded } from 'sequenzy-contract';
import { describe, expect, it } from 'vitest';
import { amountOf } from './amount.ts';

describe('an amount with the sign or code of its currency', () => {
  it.each([
    ['$35.53', 'USD', 3553],
    ['$35.53', 'CAD', 3553],
    ['$ 1,234.50', 'AUD', 123_450],
    ['US$35.53', 'USD', 3553],
    ['CA$35.53', 'CAD', 3553],
    ['C$35.53', 'CAD', 3553],
    ['A$5', 'AUD', 500],
    ['R$ 9,90', 'BRL', 990],
    ['35.53 USD', 'USD', 3553],
    ['usd 35.53', 'USD', 3553],
    ['35,53€', 'EUR', 3553],
    ['1.234,50 €', 'EUR', 123_450],
    ['£5', 'GBP', 500],
    ['¥500', 'JPY', 500],
    ['¥5', 'CNY', 500],
    ['99 kr', 'SEK', 9900],
    ['kr. 99', 'DKK', 9900],
    ['12,90 zł', 'PLN', 1290],
    ['990 Kč', 'CZK', 99_000],
    ['CHF 5.50', 'CHF', 550],
    ['1.234 KWD', 'KWD', 1234],
    ['€229,99 Incl. btw', 'EUR', 22_999],
    ['12,50 € (inkl. 19 % MwSt.)', 'EUR', 1250],
    ['$12.50 inc. GST', 'AUD', 1250],
    ['19,90 € TTC', 'EUR', 1990],
    ['1 260 ₽ /шт', 'RUB', 126_000],
    ['12,50 €/Stk.', 'EUR', 1250],
    ['1.234,50 IVA incluido', 'EUR', 123_450],
    ['1 299,00 руб. с НДС', 'RUB', 129_900],
    ['15 000 Fcfa', 'XOF', 15_000],
    ['€ 8,-', 'EUR', 800],
    ['1.250,– €', 'EUR', 125_000],
    ['99:- kr', 'SEK', 9900],
    ['5 000 F CFA', 'XAF', 5000],
    ['S/. 25.50', 'PEN', 2550],
    ['RD$ 1,500.00', 'DOP', 150_000],
    ['1.0999999999999999', 'EUR', 110],
    ['8,490000000000001 €', 'EUR', 849],
    ["'12.50", 'EUR', 1250],
    ["'€ 12,50", 'EUR', 1250],
    ['₹799/-', 'INR', 79_900],
    ['Rs. 1,299.00 /-', 'INR', 129_900],
  ])('is read where it can mean the currency: %s in %s', (text, currency, cents) => {
    expect(amountOf(text, currency, undefined)).toEqual({ ok: true, cents });
  });

  it.each([
    ['€35.53', 'USD', '"€35.53" is not an amount in USD'],
    ['$35.53', 'EUR', '"$35.53" is not an amount in EUR'],
    ['35.53 GBP', 'USD', '"35.53 GBP" is not an amount in USD'],
    ['C$35.53', 'USD', '"C$35.53" is not an amount in USD'],
    ['99 kr', 'EUR', '"99 kr" is not an amount in EUR'],
    ['€229,99 excl. btw', 'EUR', '"€229,99 excl. btw" is not an amount such as 19.99'],
    ['19,90 € HT', 'EUR', '"19,90 € HT" is not an amount such as 19.99'],
    ['12,50 €/kg', 'EUR', '"12,50 €/kg" is not an amount such as 19.99'],
    ['incl. VAT', 'EUR', '"incl. VAT" is not an amount such as 19.99'],
    ['5 per piece', 'USD', '"5 per piece" is not an amount such as 19.99'],
    ['from 5', 'USD', '"from 5" is not an amount such as 19.99'],
    ['$-5', 'USD', '"$-5" is negative: expected 0 or more'],
    ['-$5', 'USD', '"-$5" is negative: expected 0 or more'],
    ['$ 5 $', 'USD', '"$ 5 $" is not an amount such as 19.99'],
    ['$1.999', 'USD', '"$1.999" is ambiguous (1999 or 1.999)'],
  ])('is refused otherwise: %s in %s', (text, currency, message) => {
    const result = amountOf(text, currency, undefined);
    expect(result.ok ? result.cents : worded(result.message)).toContain(message);
  });
});
