import type { MappedOrder } from './source.ts';

/** What a document is that is no object. */
export function noOrder(line: number): MappedOrder {
  const fault = { path: '', message: 'expected an object', line };
  return { key: undefined, order: {}, faults: [fault], items: 0 };
}
