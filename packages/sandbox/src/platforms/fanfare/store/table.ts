import type { Stamps } from './records.ts';

/** Records by id, in order of creation. */
export class Table<Record extends Stamps> {
  protected readonly newId: () => string;
  readonly #byId = new Map<string, Record>();

  constructor(newId: () => string) {
    this.newId = newId;
  }

  get size(): number {
    return this.#byId.size;
  }

  find(id: string): Record | undefined {
    return this.#byId.get(id);
  }

  [Symbol.iterator](): Iterator<Record> {
    return this.#byId.values();
  }

  protected add(record: Record): void {
    this.#byId.set(record.id, record);
  }
}
