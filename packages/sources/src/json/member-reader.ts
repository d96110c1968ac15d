import type { RecordFault } from '../record-fault.ts';
import { missingCurrency } from '../product/missing-currency.ts';
import type { Fields, InputDocument, Settings } from '../source.ts';
import { jsonAmount } from './amount.ts';
import { faultOfId } from './exact-id.ts';

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
    const fault = faultOfId(value);
    if (fault !== undefined) this.fault(key, fault);
    if (typeof value === 'number') return String(value);
    const text = this.text(fields, key);
    if (text === undefined) this.fault(key, 'is required');
    return text;
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
    const given = fields[key];
    const value = typeof given === 'number' ? given : this.text(fields, key);
    if (value === undefined) return undefined;
    const { currency, decimal } = this.#settings;
    if (currency === undefined) {
      throw missingCurrency(String(value), { ...this.#document, column: key });
    }
    const amount = jsonAmount(value, currency, decimal);
    if (amount.ok) return amount.cents;
    this.fault(key, amount.message);
    return undefined;
  }

  fault(path: string, message: string): void {
    this.faults.push({ path, message, line: this.#document.line });
  }
}
