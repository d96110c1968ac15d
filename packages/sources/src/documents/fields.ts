import { isRecord } from 'sequenzy-contract';
import type { Fields } from './document.ts';
import { canonical, addedByRejects } from '../table/columns.ts';

/**
 * A document with its keys called as the option `map` says.
 *
 * @param within Key of a list in whose members it holds too.
 */
export function renamed(
  value: unknown,
  map: Readonly<Record<string, string>>,
  within?: string,
): unknown {
  const names = new Map(Object.entries(map).map(([key, field]) => [canonical(key), field]));
  if (names.size === 0 || !isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      names.get(canonical(key)) ?? key,
      key === within && Array.isArray(member) ? member.map((one) => renamed(one, map)) : member,
    ]),
  );
}

/**
 * The documents that an element of a list stands for. A rejects file wraps what is not a single object, so that it can say why
 * beside it; GraphQL wraps each document in an edge: `{ node, cursor }`.
 */
export function unwrapped(value: unknown): readonly unknown[] {
  if (!isRecord(value)) return [value];
  if (isRecord(value['node']) && Object.keys(value).every((key) => besideNode.test(key))) {
    return [value['node']];
  }
  if (!('sequenzy_document' in value)) return [value];
  const inner = value['sequenzy_document'];
  return Array.isArray(inner) ? inner.flatMap(unwrapped) : [inner];
}

const besideNode = /^(node|cursor|__typename|sequenzy_(file|line|error))$/;

/** Names of fields that any of some objects has one of its keys for, whatever it holds. */
export function stated(
  objects: readonly Fields[],
  keys: Readonly<Record<string, readonly string[]>>,
): string[] {
  return Object.keys(keys).filter((name) =>
    objects.some((one) => keys[name]?.some((key) => key in one) === true),
  );
}

/** A list as REST and GraphQL write it: an array, `{ nodes }` or `{ edges: [{ node }] }`. Undefined where it is none. */
export function listOf(value: unknown): readonly Fields[] | undefined {
  if (Array.isArray(value)) return value.filter(isRecord);
  if (!isRecord(value)) return undefined;
  if (Array.isArray(value['nodes'])) return value['nodes'].filter(isRecord);
  const edges = value['edges'];
  if (!Array.isArray(edges)) return undefined;
  return edges.filter(isRecord).flatMap((edge) => (isRecord(edge['node']) ? [edge['node']] : []));
}

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
