import { isRecord } from 'sequenzy-contract';
import { parseJson } from '../containers/json/parse.ts';
import type { Fields } from './document.ts';

/** What stands in a cell as JSON: a list of objects, without the members that are `null`; or why it is none. */
export type JsonList =
  | { readonly ok: true; readonly list: readonly Fields[] }
  | { readonly ok: false; readonly message: string };

/**
 * Reads a list of objects out of a cell: `[{"variantId": 1, "title": "S"}]`. As in a row, where an empty cell says nothing,
 * a member that is `null` is as good as none.
 */
export function jsonListOf(cell: string): JsonList {
  let value: unknown;
  try {
    value = parseJson(cell);
  } catch {
    return { ok: false, message: 'is not valid JSON' };
  }
  const list = Array.isArray(value) ? value.filter((one) => one !== null) : undefined;
  if (list?.every(isRecord) !== true) {
    return { ok: false, message: 'is not a list of JSON objects' };
  }
  return { ok: true, list: list.map(withoutNulls) };
}

function withoutNulls(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
