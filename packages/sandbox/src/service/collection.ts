/** Things by their key, to look at and not to change. Iterates in order of creation. */
export interface Collection<Item> extends Iterable<Item> {
  readonly size: number;
  get(key: string): Item | undefined;
}

interface Store<Record> extends Iterable<Record> {
  readonly size: number;
  find(key: string): Record | undefined;
}

/** Shows a store's records. It asks for the store each time, so that it outlives a reset. */
export function collection<Record, Item>(
  store: () => Store<Record>,
  show: (record: Record) => Item,
): Collection<Item> {
  return {
    get size() {
      return store().size;
    },
    get(key) {
      const record = store().find(key);
      return record === undefined ? undefined : show(record);
    },
    *[Symbol.iterator]() {
      for (const record of store()) yield show(record);
    },
  };
}
