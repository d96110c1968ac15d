interface Numbered {
  readonly number: number;
}

/** Records in the order they were created, so that pages by offset are stable and cheap at a million. */
export class CreationOrder<Record extends Numbered> {
  readonly #records: Record[] = [];

  get size(): number {
    return this.#records.length;
  }

  add(record: Record): void {
    this.#records.push(record);
  }

  remove(record: Record): void {
    const at = this.#positionOf(record.number);
    if (this.#records[at] === record) this.#records.splice(at, 1);
  }

  page(offset: number, limit: number): Record[] {
    return this.#records.slice(offset, offset + limit);
  }

  where(keep: (record: Record) => boolean): Record[] {
    return this.#records.filter(keep);
  }

  [Symbol.iterator](): Iterator<Record> {
    return this.#records[Symbol.iterator]();
  }

  /** Numbers only grow, so halving finds the place. */
  #positionOf(number: number): number {
    let low = 0;
    let high = this.#records.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = this.#records[middle];
      if (found !== undefined && found.number < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
