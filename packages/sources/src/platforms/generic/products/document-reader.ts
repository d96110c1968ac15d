import type { RecordFault } from '../../../faults/record-fault.ts';
import { jsonAmount } from '../../../documents/amount.ts';
import { faultOfId } from '../../../documents/exact-id.ts';
import type { Fields, InputDocument } from '../../../documents/document.ts';
import { shownJson } from '../../../documents/shown.ts';
import type { Settings } from '../../../kinds/products/source.ts';

/** Turns what JSON can hold into what the API takes: ids into text, decimal prices into minor units. */
export class DocumentReader {
  readonly faults: RecordFault[] = [];
  readonly #document: InputDocument;
  readonly #currency: string | undefined;
  readonly #decimal: Settings['decimal'];

  constructor(document: InputDocument, currency: unknown, settings: Settings) {
    this.#document = document;
    this.#decimal = settings.decimal;
    this.#currency = typeof currency === 'string' ? currency.toUpperCase() : settings.currency;
  }

  product(fields: Fields): Record<string, unknown> {
    const kept = this.#read(fields, ['productId'], '');
    const isPriced = 'priceCents' in kept || 'variants' in kept;
    const currency = isPriced || typeof kept['currency'] === 'string' ? this.#currency : undefined;
    return { ...kept, ...(currency !== undefined && { currency }) };
  }

  /** @param path What stands before its keys: `variants[2].` */
  variant(fields: Fields, path: string): Record<string, unknown> {
    const { currency, ...kept } = this.#read(fields, ['variantId', 'sku'], path);
    if (typeof currency === 'string' && currency.toUpperCase() !== this.#currency) {
      this.#fault(`${path}currency`, `"${currency}" is not the currency of the product`);
    }
    return kept;
  }

  #read(fields: Fields, ids: readonly string[], path: string): Record<string, unknown> {
    const { price, compareAtPrice, ...read } = fields;
    const result: Record<string, unknown> = { ...read };
    for (const id of ids) {
      if (id in result) result[id] = this.#id(result[id], path + id);
    }
    this.#money(result, 'priceCents', price, `${path}price`);
    this.#money(result, 'compareAtPriceCents', compareAtPrice, `${path}compareAtPrice`);
    return result;
  }

  /** A number serves as an id as long as it is exact. */
  #id(value: unknown, path: string): unknown {
    const fault = faultOfId(value);
    if (fault !== undefined) this.#fault(path, fault);
    return typeof value === 'number' ? String(value) : value;
  }

  #money(result: Record<string, unknown>, key: string, price: unknown, path: string): void {
    if (price === undefined) return;
    const cents = price === null ? null : this.#cents(price, path);
    if (cents === undefined) return;
    const given = result[key];
    if (given !== undefined && given !== cents) {
      this.#fault(
        path,
        `${shownJson(price)} and ${key} ${shownJson(given)} are not the same amount`,
      );
    }
    result[key] = cents;
  }

  #cents(price: unknown, path: string): number | undefined {
    if (typeof price !== 'number' && typeof price !== 'string') {
      this.#fault(path, 'expected an amount such as 19.99');
      return undefined;
    }
    const settings = { currency: this.#currency, decimal: this.#decimal };
    const amount = jsonAmount(price, settings, { ...this.#document, column: path });
    if (amount.ok) return amount.cents;
    this.#fault(path, amount.message);
    return undefined;
  }

  #fault(path: string, message: string): void {
    this.faults.push({ path, message, line: this.#document.line });
  }
}
