import type { RecordFault } from '../catalog.ts';
import { SourceError } from '../errors.ts';
import { amountOf } from '../product/amount.ts';
import type { Fields, InputDocument, Settings } from '../source.ts';
import { hasLostDigits, lostDigits } from '../table/cells.ts';

/** Reads members of the documents of one record strictly. Null and empty text are undefined; so is what is at fault. */
export class MemberReader {
  readonly faults: RecordFault[] = [];
  readonly #document: InputDocument;
  readonly #settings: Settings;

  constructor(document: InputDocument, settings: Settings) {
    this.#document = document;
    this.#settings = settings;
  }

  text(fields: Fields, key: string): string | undefined {
    const value = fields[key] ?? '';
    if (typeof value === 'string') return value.trim() || undefined;
    this.fault(key, `expected text, got ${JSON.stringify(value)}`);
    return undefined;
  }

  /** A number serves as an id as long as it is exact. */
  id(fields: Fields, key: string): string | undefined {
    const value = fields[key];
    if (typeof value !== 'number') {
      const text = this.text(fields, key);
      if (text === undefined) this.fault(key, 'is required');
      else if (hasLostDigits(text)) this.fault(key, lostDigits(text));
      return text;
    }
    if (!Number.isSafeInteger(value)) {
      this.fault(key, `${String(value)} is not an exact number: export ids as text`);
    }
    return String(value);
  }

  integer(fields: Fields, key: string): number | undefined {
    const value = fields[key] ?? undefined;
    if (value === undefined || (typeof value === 'number' && Number.isSafeInteger(value))) {
      return value;
    }
    this.fault(key, `expected a whole number, got ${JSON.stringify(value)}`);
    return undefined;
  }

  /**
   * A decimal amount in the currency that the user names, as whole minor units.
   *
   * @throws {SourceError} There is an amount, and no currency to read it in.
   */
  money(fields: Fields, key: string): number | undefined {
    const value = typeof fields[key] === 'number' ? String(fields[key]) : this.text(fields, key);
    if (value === undefined) return undefined;
    const { currency, decimal } = this.#settings;
    if (currency === undefined) throw this.#missingCurrency(key, value);
    const amount = amountOf(value, currency, decimal);
    if (amount.ok) return amount.cents;
    this.fault(key, amount.message);
    return undefined;
  }

  fault(path: string, message: string): void {
    this.faults.push({ path, message, line: this.#document.line });
  }

  #missingCurrency(column: string, value: string): SourceError {
    return new SourceError(`"${value}" is a price, and nothing says in which currency`, {
      code: 'missing-currency',
      file: this.#document.file,
      line: this.#document.line,
      column,
      value,
      nextStep: 'Pass --currency with an ISO 4217 code, for example --currency USD.',
    });
  }
}
