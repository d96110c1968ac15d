import type { Words } from 'sequenzy-contract';
import { messageOf, type RecordFault } from '../faults/record-fault.ts';
import type { Documents, Fields, InputDocument } from './document.ts';
import { jsonAmount, faultOfId } from './values.ts';
import { shownJson } from './shown.ts';
import type { AmountSettings } from '../money/amount.ts';

/** Reads members of the documents of one record strictly. Null and empty text are undefined; so is what is at fault. */
export class MemberReader {
  readonly faults: RecordFault[];
  readonly #documents: Documents;
  /** The one that is read. */
  readonly #document: InputDocument;
  readonly #settings: AmountSettings;
  /** What stands before the keys in faults: `variants[2].`. */
  readonly #path: string;

  /** Reads the first of the documents. */
  constructor(documents: Documents, settings: AmountSettings, inside?: Inside) {
    this.#documents = documents;
    this.#document = inside?.document ?? documents[0];
    this.#settings = settings;
    this.#path = inside?.path ?? '';
    this.faults = inside?.faults ?? [];
  }

  /**
   * For members of an object inside the document. What is at fault there is at fault here.
   *
   * @param path Where the object stands: `variants[2]`.
   */
  inside(path: string): MemberReader {
    return this.#with({ path: `${this.#path}${path}.` });
  }

  /** For the document that these are the members of; the same reader where they stand inside this one. */
  about(fields: Fields): MemberReader {
    const document = this.#documents.find(({ value }) => value === fields);
    return document === undefined ? this : this.#with({ document, path: '' });
  }

  /** For the same object, read with other settings. */
  readingWith(settings: AmountSettings): MemberReader {
    return this.#with({}, settings);
  }

  text(fields: Fields, key: string): string | undefined {
    const value = fields[key] ?? '';
    if (typeof value === 'string') return value.trim() || undefined;
    this.fault(key, `expected text, got ${shownJson(value)}`);
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

  /** A number, or its digits as text. */
  integer(fields: Fields, key: string): number | undefined {
    const value = fields[key] ?? '';
    if (typeof value === 'string' && value.trim() === '') return undefined;
    const isDigits = typeof value === 'string' && /^\s*-?\d+\s*$/.test(value);
    const number = isDigits ? Number(value) : value;
    if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
    this.fault(key, `expected a whole number, got ${shownJson(value)}`);
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
    const amount = jsonAmount(value, this.#settings, {
      ...this.#document,
      column: this.#path + key,
    });
    if (amount.ok) return amount.cents;
    this.fault(key, amount.message);
    return undefined;
  }

  fault(path: string, words: Words): void {
    const { file, line } = this.#document;
    this.faults.push({ path: this.#path + path, ...messageOf(words), file, line });
  }
  #with(other: Partial<Inside>, settings = this.#settings): MemberReader {
    const inside = { document: this.#document, path: this.#path, faults: this.faults };
    return new MemberReader(this.#documents, settings, { ...inside, ...other });
  }
}

/** What a reader is in the middle of. */
interface Inside {
  readonly document: InputDocument;
  readonly path: string;
  readonly faults: RecordFault[];
}
