import { isRecord } from './json.ts';

/** Reads a value of a reply: the value itself where it fits, undefined where it is another. */
export type Reader<Value> = (value: unknown) => Value | undefined;

/** An object whose members may all be missing; members nobody documented are kept as they came. */
type Members<Readers> = {
  [Name in keyof Readers]?: Readers[Name] extends Reader<infer Value> ? Value | undefined : never;
} & Record<string, unknown>;

export const string: Reader<string> = (value) => (typeof value === 'string' ? value : undefined);
export const number: Reader<number> = (value) => (typeof value === 'number' ? value : undefined);
export const boolean: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export const anything: Reader<unknown> = (value) => value;

/** A value or none. */
export function nullable<Value>(read: Reader<Value>): Reader<Value | null> {
  return (value) => (value === null ? null : read(value));
}

/**
 * A list without the items that do not fit.
 *
 * @param nothing Put in their place, so that the others keep theirs.
 */
export function list<Value>(read: Reader<Value>, nothing?: Value): Reader<Value[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const items = value as unknown[]; // of what, nobody knows
    const found = items.map((item) => read(item) ?? nothing);
    // Nothing is copied where everything fits.
    if (items.every((item, at) => item === found[at])) return items as Value[];
    return found.filter((item) => item !== undefined);
  };
}

/** An object without the members that do not fit. */
export function object<Readers extends Readonly<Record<string, Reader<unknown>>>>(
  readers: Readers,
): Reader<Members<Readers>> {
  const entries = Object.entries(readers);
  return (value) => {
    if (!isRecord(value)) return undefined;
    let found = value;
    for (const [name, read] of entries) {
      const given = value[name];
      const member = given === undefined ? undefined : read(given);
      if (member === given) continue;
      if (found === value) found = { ...value };
      if (member === undefined) Reflect.deleteProperty(found, name);
      else Reflect.set(found, name, member);
    }
    return found as Members<Readers>; // each member has been read
  };
}

/**
 * Reads a whole reply, whose members may all be missing. What does not fit is left out instead of failing: a
 * delivered request must not turn into a failure because the reply has another shape.
 */
export function reply<Value extends object>(read: Reader<Value>): (value: unknown) => Value {
  return (value) => read(value) ?? ({} as Value); // an object without members is one, too
}
