import type { Fields } from '../source.ts';
import { canonical } from '../table/header.ts';

/** Whether a JSON value is an object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A document with its keys called as the option `map` says. */
export function renamed(value: unknown, map: Readonly<Record<string, string>>): unknown {
  const names = new Map(Object.entries(map).map(([key, field]) => [canonical(key), field]));
  if (names.size === 0 || !isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [names.get(canonical(key)) ?? key, member]),
  );
}

/** A rejects file wraps what is no single object, so that it can say why beside it. */
export function unwrapped(value: unknown): readonly unknown[] {
  if (!isFields(value) || !('sequenzy_document' in value)) return [value];
  const inner = value['sequenzy_document'];
  return Array.isArray(inner) ? inner : [inner];
}
