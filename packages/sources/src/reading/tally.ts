import type { CatalogCounts } from '../catalog.ts';
import type { Mapped, Source } from '../source.ts';

/** Counts products as they are read. What was counted for a part of a product can be taken back. */
export class Tally {
  rows = 0;
  /** Products whose rows do not stand together. */
  split = 0;
  readonly unknown = new Set<string>();
  #products = 0;
  #variants = 0;
  #rejected = 0;
  readonly #skipped = new Map<string, number>();
  readonly #notes = new Map<string, number>();

  /** @param sign 1 counts it, -1 takes it back. */
  count(mapped: Mapped, isValid: boolean, sign: 1 | -1): void {
    this.#products += sign;
    this.#variants += sign * mapped.variants;
    for (const key of mapped.unknown ?? []) this.unknown.add(key);
    if (mapped.skip !== undefined) {
      increase(this.#skipped, mapped.skip, sign);
      return;
    }
    if (!isValid) this.#rejected += sign;
    for (const note of mapped.notes ?? []) increase(this.#notes, note, sign);
  }

  counts(): CatalogCounts {
    const skipped = [...this.#skipped]
      .filter(([, products]) => products > 0)
      .map(([reason, products]) => ({ reason, products }));
    return {
      rows: this.rows,
      products: this.#products,
      variants: this.#variants,
      records: this.#products - skipped.reduce((sum, { products }) => sum + products, 0),
      rejected: this.#rejected,
      skipped,
    };
  }

  warnings(source: Source): string[] {
    const sentences = Object.entries(source.notes ?? {}).flatMap(([note, sentence]) => {
      const count = this.#notes.get(note) ?? 0;
      return count > 0 ? [sentence(count)] : [];
    });
    const split = source.table?.isScattered === true ? [] : this.#splitWarning();
    return [...this.#unknownWarning(), ...split, ...sentences];
  }

  #unknownWarning(): string[] {
    if (this.unknown.size === 0) return [];
    const names = [...this.unknown].map((name) => `"${name}"`).join(', ');
    return [
      `${this.unknown.size === 1 ? 'This column is' : 'These columns are'} not known and not read: ${names}.`,
    ];
  }

  #splitWarning(): string[] {
    if (this.split === 0) return [];
    const products = this.split === 1 ? '1 product has' : `${String(this.split)} products have`;
    return [`${products} rows that do not stand together; they are put together and come last.`];
  }
}

function increase(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}
