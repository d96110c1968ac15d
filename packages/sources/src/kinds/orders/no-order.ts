import type { InputDocument } from '../../reading/format.ts';
import type { MappedOrder } from './source.ts';

/** What a document is that is no object. */
export function noOrder({ file, line }: InputDocument): MappedOrder {
  const fault = { path: '', message: 'expected an object', file, line };
  return { key: undefined, order: {}, faults: [fault], items: 0 };
}
