import { isRecord } from 'sequenzy-contract';

/** The items of an answer as the server wrote them: a bare array, or the first list under these names; else undefined. */
export function itemsIn(json: unknown, ...names: readonly string[]): unknown[] | undefined {
  if (Array.isArray(json)) return json as unknown[]; // of what, nobody knows
  if (!isRecord(json)) return undefined;
  return names.map((name) => json[name]).find((value): value is unknown[] => Array.isArray(value));
}
