import { currencyExponent, divideHalfEven, type Fault } from 'sequenzy-contract';
import { SequenzyValidationError } from '../../errors/errors.ts';

/**
 * What other currencies are worth in one: `{ base: 'USD', rates: { EUR: '1.08' } }` says that 1 EUR is 1.08 USD.
 * Rates are decimal text, so that nothing is lost.
 */
export interface ExchangeRates {
  readonly base: string;
  readonly rates: Readonly<Record<string, string>>;
}

/** An amount in whole smallest units of its currency. */
export interface Amount {
  readonly cents: number;
  readonly currency: string;
}

/** A rate as digits and the number of decimals among them. */
interface Rate {
  readonly digits: bigint;
  readonly decimals: number;
}

/** Adds amounts of several currencies up in one, exactly, rounding the sum once: half to even. */
export class Converter {
  readonly base: string;
  readonly #rates: ReadonlyMap<string, Rate>;

  /** @throws {SequenzyValidationError} naming every code and rate that cannot be used. */
  constructor({ base, rates }: ExchangeRates) {
    const given = Object.entries(rates);
    const faults = [
      ...faultsOfCode('base', base),
      ...given.flatMap(([code, rate]) => [
        ...faultsOfCode(`rates.${code}`, code),
        ...faultsOfRate(`rates.${code}`, rate),
      ]),
    ];
    if (faults.length > 0) throw new SequenzyValidationError('The rates cannot be used', faults);
    this.base = base;
    const parsed = given.map(([code, rate]) => [code, parseRate(rate)] as const);
    this.#rates = new Map([...parsed, [base, { digits: 1n, decimals: 0 }]]);
  }

  /** The sum in whole smallest units of the base currency; `undefined` where a rate is missing. */
  sum(amounts: readonly Amount[]): number | undefined {
    const parts: { value: bigint; scale: number }[] = [];
    for (const { cents, currency } of amounts) {
      const rate = this.#rates.get(currency);
      if (rate === undefined) return undefined;
      parts.push({
        value: BigInt(cents) * rate.digits,
        scale: rate.decimals + currencyExponent(currency),
      });
    }
    const scale = Math.max(0, ...parts.map((part) => part.scale));
    const total = parts.reduce((sum, part) => sum + part.value * power(scale - part.scale), 0n);
    return Number(divideHalfEven(total * power(currencyExponent(this.base)), power(scale)));
  }
}

function faultsOfCode(path: string, code: string): Fault[] {
  return /^[A-Z]{3}$/.test(code) ? [] : [{ path, message: 'expected an ISO 4217 code' }];
}

function faultsOfRate(path: string, rate: unknown): Fault[] {
  const usable = typeof rate === 'string' && /^\d+(\.\d+)?$/.test(rate) && /[1-9]/.test(rate);
  return usable ? [] : [{ path, message: 'expected a decimal above 0 as text, such as "1.08"' }];
}

function parseRate(rate: string): Rate {
  const [whole = '', fraction = ''] = rate.split('.');
  return { digits: BigInt(whole + fraction), decimals: fraction.length };
}

function power(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}
