import type { Fields } from './document.ts';
import { addedByRejects, canonical } from '../table/columns.ts';

/** Keys by the spelling in which case, `_` and `-` do not matter. */
export function keysByHeading(keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map(keys.map((key) => [canonical(key), key]));
}

/**
 * Known members in the known spelling.
 *
 * @param unknown Gets the keys that are neither known nor ignored.
 */
export function pick(
  fields: Fields,
  known: ReadonlyMap<string, string>,
  unknown: string[],
  ignored: ReadonlySet<string> = new Set(),
): Fields {
  const picked: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    const heading = canonical(key);
    const name = known.get(heading);
    if (name !== undefined) picked[name] = value;
    else if (!addedByRejects.has(heading) && !ignored.has(heading)) unknown.push(key);
  }
  return picked;
}
