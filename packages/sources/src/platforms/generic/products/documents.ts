import { isRecord, type Words } from 'sequenzy-contract';
import { messageOf, type RecordFault } from '../../../faults/record-fault.ts';
import { keysByHeading, pick } from '../../../documents/fields.ts';
import type { Documents, Fields, InputDocument } from '../../../documents/document.ts';
import { canonical } from '../../../table/columns.ts';
import { answeredOnly, productFields } from './columns.ts';
import { type Mapped, type Settings, noObject } from '../../../kinds/products/source.ts';
import { jsonAmount, faultOfId } from '../../../documents/values.ts';
import { shownJson } from '../../../documents/shown.ts';

const productKeys = keysByHeading([...productFields, 'variants']);

const variantKeys = keysByHeading([
  'variantId',
  'title',
  'sku',
  'price',
  'priceCents',
  'compareAtPrice',
  'compareAtPriceCents',
  'currency',
  'imageUrl',
  'inStock',
  'inventoryQuantity',
  'options',
]);

const ignored: ReadonlySet<string> = new Set(answeredOnly.map(canonical));

/** A product as the API takes it, where prices may also be decimals. */
export function mapDocument([document]: Documents, settings: Settings): Mapped {
  const { value, line } = document;
  if (!isRecord(value)) return noObject(document);
  const unknown: string[] = [];
  const fields = pick(value, productKeys, unknown, ignored);
  const reader = new DocumentReader(document, fields['currency'], settings);
  const list = fields['variants'];
  const product: Record<string, unknown> = {
    ...reader.product(fields),
    ...(Array.isArray(list) && {
      variants: list.map((variant: unknown, index) =>
        isRecord(variant)
          ? reader.variant(
              pick(variant, variantKeys, unknown, ignored),
              `variants[${String(index)}].`,
            )
          : variant,
      ),
    }),
  };
  return {
    key: typeof product['productId'] === 'string' ? product['productId'] : undefined,
    product,
    faults: reader.faults,
    locate: (path): RecordFault => ({ path, message: '', line }),
    variants: Array.isArray(list) ? list.length : 0,
    unknown,
  };
}

/** Variants out of a list in a cell, in the currency of its row. */
export function readVariantList(
  list: readonly Fields[],
  document: InputDocument,
  settings: Pick<Settings, 'currency' | 'decimal'>,
): { readonly variants: readonly object[]; readonly faults: readonly RecordFault[] } {
  const reader = new DocumentReader(document, undefined, settings);
  const variants = list.map((one, index) => {
    const path = `variants[${String(index)}].`;
    const { inStock, ...variant } = reader.variant(pick(one, variantKeys, []), path);
    if (inStock === undefined) return variant;
    // Many databases have numbers in place of yes and no.
    return { ...variant, inStock: inStock === 1 ? true : inStock === 0 ? false : inStock };
  });
  return { variants, faults: reader.faults };
}

/** Turns what JSON can hold into what the API takes: ids into text, decimal prices into minor units. */
class DocumentReader {
  readonly faults: RecordFault[] = [];
  readonly #document: InputDocument;
  readonly #currency: string | undefined;
  readonly #decimal: Settings['decimal'];

  constructor(
    document: InputDocument,
    currency: unknown,
    settings: Pick<Settings, 'currency' | 'decimal'>,
  ) {
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

  #fault(path: string, words: Words): void {
    this.faults.push({ path, ...messageOf(words), line: this.#document.line });
  }
}
