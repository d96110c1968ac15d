import type { MemberReader } from '../../../documents/member-reader.ts';
import type { Fields } from '../../../documents/document.ts';

const words = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  [false, false],
  ['false', false],
]);

/** Whether the shop sells it, in the words of its storefront; undefined where the document does not say. */
export function availableIn(fields: Fields, reader: MemberReader): boolean | undefined {
  const key = ['available', 'availableForSale'].find((one) => (fields[one] ?? null) !== null);
  if (key === undefined) return undefined;
  const available = words.get(fields[key]);
  if (available === undefined) reader.fault(key, 'expected true or false');
  return available;
}
