import { isRecord } from 'sequenzy-contract';
import type { ExchangeRates } from 'sequenzy-commerce/backfill';
import { UserError } from '../../report/user-error.ts';
import { readJsonFile } from '../../input/json-file.ts';
import { option } from 'sequenzy-contract';

const nextStep =
  'It must be a JSON object such as {"EUR": "1.08"}: what 1 EUR is in the base currency.';

/**
 * Reads exchange rates: currency code -> decimal text. Numbers are taken as they are written in short.
 *
 * @throws {UserError} when it cannot be read, or one of its rates cannot be used.
 */
export async function readRates(file: string, base: string): Promise<ExchangeRates> {
  const parsed = await readJsonFile(file, { name: option('rates'), code: 'bad-rates', nextStep });
  if (!isRecord(parsed)) {
    throw refused(`${file} holds no rates`);
  }
  return { base, rates: Object.fromEntries(Object.entries(parsed).map(rateOf(file, base))) };
}

function rateOf(file: string, base: string): (entry: [string, unknown]) => [string, string] {
  return ([code, rate]) => {
    const text = typeof rate === 'number' ? String(rate) : rate;
    const usable = typeof text === 'string' && /^\d+(\.\d+)?$/.test(text) && /[1-9]/.test(text);
    const isBase = code === base && text !== '1';
    if (usable && /^[A-Z]{3}$/.test(code) && !isBase) return [code, text];
    throw refused(`${file}: ${JSON.stringify(code)}: ${JSON.stringify(rate)} cannot be used`);
  };
}

function refused(problem: string): UserError {
  return new UserError('bad-rates', problem, nextStep, { place: { option: option('rates') } });
}
