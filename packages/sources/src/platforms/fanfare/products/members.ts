import { isRecord } from 'sequenzy-contract';
import { listOf } from '../../../documents/fields.ts';
import type { MemberReader } from '../../../documents/member-reader.ts';
import type { Fields } from '../../../documents/document.ts';

/** An object in a list, and a reader that names its place in faults. */
export interface Member {
  readonly fields: Fields;
  readonly reader: MemberReader;
}

/**
 * The objects of a list that is there where it was included. Undefined where it is absent or null: then nothing is said
 * of it. What is not a list of objects is at fault, because an empty one clears what is stored.
 */
export function membersOf(
  product: Fields,
  key: string,
  reader: MemberReader,
): readonly Member[] | undefined {
  const value = product[key] ?? undefined;
  if (value === undefined) return undefined;
  const list: readonly unknown[] | undefined = Array.isArray(value) ? value : listOf(value);
  if (list === undefined) reader.fault(key, 'expected a list');
  return list?.flatMap((fields, at) => {
    const path = `${key}[${String(at)}]`;
    if (isRecord(fields)) return [{ fields, reader: reader.inside(path) }];
    reader.fault(path, 'expected an object');
    return [];
  });
}
