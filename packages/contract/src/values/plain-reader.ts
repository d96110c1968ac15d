import type * as z from 'zod/mini';

/** A copy of a value that fits, with the schema's fields in their order; {@link unfit} where only zod can tell. */
type PlainReader = (value: unknown) => unknown;

export const unfit = Symbol('unfit');

/** The value as a schema reads it; {@link unfit} where it may not fit, which only the schema can tell. */
export function plainly<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): z.infer<Schema> | typeof unfit {
  return plainReader(schema)(value) as z.infer<Schema> | typeof unfit; // by the schema's own types and checks
}

const readers = new WeakMap<z.core.$ZodType, PlainReader>();

/**
 * Reads as the schema does what fits it just as it is, in a tenth of the time. Whatever is odd, or beyond objects, lists,
 * scalars and their checks, is left to the schema, which also says what is wrong with it.
 */
function plainReader(schema: z.core.$ZodType): PlainReader {
  let reader = readers.get(schema);
  if (reader === undefined) {
    reader = readerOf(schema as z.core.$ZodTypes); // every type is one of these
    readers.set(schema, reader);
  }
  return reader;
}

function readerOf(schema: z.core.$ZodTypes): PlainReader {
  const { def } = schema._zod;
  const read = readerOfType(def);
  // Each is a check of what the type has let pass.
  const checks = (def.checks ?? []) as unknown as readonly z.core.$ZodCheck<unknown>[];
  if (checks.length === 0) return read;
  // One for all values: a check leaves nothing in it that fits.
  let payload: z.core.ParsePayload = { value: undefined, issues: [] };
  return (given) => {
    const value = read(given);
    if (value === unfit) return unfit;
    if (payload.issues.length > 0) payload = { value, issues: [] };
    payload.value = value;
    for (const check of checks) {
      if (check._zod.check(payload) !== undefined || payload.issues.length > 0) return unfit;
    }
    return payload.value;
  };
}

function readerOfType(def: z.core.$ZodTypes['_zod']['def']): PlainReader {
  const { type } = def;
  // A type that is a check besides, as that of addresses.
  if ('check' in def) return () => unfit;
  if (type === 'string' || type === 'boolean') {
    return (value) => (typeof value === type ? value : unfit);
  }
  if (type === 'number') return (value) => (Number.isFinite(value) ? value : unfit);
  if (type === 'enum') {
    const words = new Set<unknown>(Object.values(def.entries));
    return (value) => (words.has(value) ? value : unfit);
  }
  if (type === 'unknown') return (value) => value;
  if (type === 'optional') return plainReader(def.innerType);
  if (type === 'nullable') {
    const read = plainReader(def.innerType);
    return (value) => (value === null ? null : read(value));
  }
  if (type === 'array') return arrayReader(plainReader(def.element));
  return type === 'object' ? objectReader(def.shape) : () => unfit;
}

function arrayReader(read: PlainReader): PlainReader {
  return (value) => {
    if (!Array.isArray(value)) return unfit;
    const items: unknown[] = [];
    for (const item of value as unknown[]) {
      const found = read(item);
      if (found === unfit) return unfit;
      items.push(found);
    }
    return items;
  };
}

function objectReader(shape: Readonly<Record<string, z.core.$ZodType>>): PlainReader {
  const members = Object.entries(shape).map(([name, schema]) => ({
    name,
    read: plainReader(schema),
    isOptional: schema._zod.optin === 'optional',
  }));
  const names = new Set(Object.keys(shape));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return unfit;
    const record = value as Readonly<Record<string, unknown>>; // whatever it has
    const found: Record<string, unknown> = {};
    for (const { name, read, isOptional } of members) {
      const given = record[name];
      if (given === undefined) {
        if (isOptional) continue;
        return unfit;
      }
      const member = read(given);
      if (member === unfit) return unfit;
      found[name] = member;
    }
    for (const name in record) {
      if (!names.has(name)) return unfit;
    }
    return found;
  };
}
