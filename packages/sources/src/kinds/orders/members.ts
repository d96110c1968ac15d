import { isRecord, type Words } from 'sequenzy-contract';
import { messageOf, type RecordFault } from '../../faults/record-fault.ts';
import { jsonAmount, faultOfId } from '../../documents/values.ts';
import type { Fields, InputDocument } from '../../documents/document.ts';
import { plainTitle } from '../../text/plain-title.ts';
import type { OrderNote, OrderSettings } from './source.ts';

/**
 * Reads the members of a JSON object strictly, and those of the objects inside it. Absent, `null` and empty text are
 * undefined; so is what is faulty, and its fault is kept.
 */
export class Members {
  readonly fields: Fields;
  readonly #record: Findings;
  readonly #document: InputDocument;
  readonly #settings: OrderSettings;
  /** What stands before a key in faults: `line_items[2].`. */
  readonly #path: string;

  constructor(document: InputDocument, settings: OrderSettings, inside?: Inside) {
    this.fields = inside?.fields ?? (isRecord(document.value) ? document.value : {});
    const isOutermost = inside === undefined;
    this.#record = isOutermost
      ? { faults: [], notes: [], isCurrencyFaulty: false }
      : inside.outer.#record;
    this.#path = inside?.path ?? '';
    this.#document = document;
    this.#settings = settings;
  }

  get faults(): RecordFault[] {
    return this.#record.faults;
  }

  get notes(): OrderNote[] {
    return this.#record.notes;
  }

  has(key: string): boolean {
    return !isNothing(this.fields[key]);
  }

  /** Text without surrounding space. A number serves as well. */
  text(key: string): string | undefined {
    const value = this.fields[key];
    if (isNothing(value)) return undefined;
    if (typeof value === 'string') return value.trim();
    if (typeof value === 'number') return String(value);
    this.fault(key, 'expected text');
    return undefined;
  }

  /** Text in which HTML is resolved. */
  title(key: string): string | undefined {
    const text = this.text(key);
    return text === undefined ? undefined : plainTitle(text);
  }

  required(key: string): string | undefined {
    if (!this.has(key)) this.fault(key, 'is required');
    return this.text(key);
  }

  /** A number serves as an id as long as it is exact. */
  id(key: string): string | undefined {
    const fault = faultOfId(this.fields[key]);
    if (fault === undefined) return this.text(key);
    this.fault(key, fault);
    return undefined;
  }

  integer(key: string): number | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    if (/^-?\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text) + 0; // no -0
    this.fault(key, `expected a whole number, got "${text}"`);
    return undefined;
  }

  /** `true`, `1` and `"1"` are yes; everything else is no. */
  isOn(key: string): boolean {
    return [true, 1, '1', 'true', 'yes'].includes(this.fields[key] as string); // compared, not used
  }

  /**
   * A decimal amount, as whole minor units.
   *
   * @param sign `negative`: it is written with a minus, and given without.
   * @throws {SourceError} There is an amount, and no currency to read it in.
   */
  money(key: string, currency: string | undefined, sign?: 'negative'): number | undefined {
    const written = this.text(key);
    const text = sign === 'negative' ? written?.replace(/^-/, '') : written;
    if (text === undefined || (currency === undefined && this.#record.isCurrencyFaulty)) {
      return undefined;
    }
    const isNumber = typeof this.fields[key] === 'number';
    const { decimal } = this.#settings;
    const place = { ...this.#document, column: this.#path + key };
    const amount = jsonAmount(isNumber ? Number(text) : text, { currency, decimal }, place);
    if (amount.ok) return amount.cents;
    this.fault(key, amount.message);
    return undefined;
  }

  /** A currency in capitals, else the one that the user says. */
  currency(key: string): string | undefined {
    return this.has(key) ? this.ownCurrency(key) : this.#settings.currency;
  }

  /** A currency in capitals; undefined where there is none. */
  ownCurrency(key: string): string | undefined {
    const code = this.text(key)?.toUpperCase();
    if (code === undefined) return undefined;
    if (/^[A-Z]{3}$/.test(code)) return code;
    this.#record.isCurrencyFaulty = true;
    this.fault(key, `expected an ISO 4217 code such as USD, got "${code}"`);
    return undefined;
  }

  /**
   * An instant, as ISO 8601 in UTC.
   *
   * @param zone What the platform is known to leave out, such as `Z`.
   */
  instant(key: string, zone = ''): string | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const result = this.#settings.times.read(text + zone);
    if (!result.ok) {
      this.fault(key, result.message);
      return undefined;
    }
    if (result.isAmbiguous) this.notes.push('ambiguousTime');
    return result.instant;
  }

  /** An instant that nothing depends on: undefined where it cannot be read, which is not a fault. */
  optionalInstant(key: string, zone = ''): string | undefined {
    const value = this.fields[key];
    if (typeof value !== 'string' || value.trim() === '') return undefined;
    const result = this.#settings.times.read(value.trim() + zone);
    return result.ok ? result.instant : undefined;
  }

  /** The members of an object inside this one; none where there is no such object. */
  child(key: string): Members {
    const value = this.fields[key];
    return this.#inside(isRecord(value) ? value : {}, `${this.#path}${key}.`);
  }

  /** The members of each object of a list; also of an object whose keys are the ids of what is in it. */
  list(key: string): Members[] {
    const value = this.fields[key];
    const entries: [string, unknown][] = isRecord(value)
      ? Object.entries(value).map(([id, one]) => [`.${id}`, one])
      : (Array.isArray(value) ? value : []).map((one: unknown, at) => [`[${String(at)}]`, one]);
    return entries.flatMap(([place, one]) =>
      isRecord(one) ? [this.#inside(one, `${this.#path}${key}${place}.`)] : [],
    );
  }

  /** The members of another document of the same record. */
  beside(document: InputDocument): Members {
    const fields = isRecord(document.value) ? document.value : {};
    return new Members(document, this.#settings, { fields, path: '', outer: this });
  }

  fault(key: string, words: Words): void {
    const { file, line } = this.#document;
    this.faults.push({ path: this.#path + key, ...messageOf(words), file, line });
  }

  #inside(fields: Fields, path: string): Members {
    return new Members(this.#document, this.#settings, { fields, path, outer: this });
  }
}

/** What was found out about a record while it was read, at whatever depth. */
interface Findings {
  readonly faults: RecordFault[];
  readonly notes: OrderNote[];
  isCurrencyFaulty: boolean;
}

/** An object inside the document. */
interface Inside {
  readonly fields: Fields;
  readonly path: string;
  readonly outer: Members;
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}
