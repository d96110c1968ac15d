type Field = string | Record<string, Record<string, string>>;

/**
 * Parameters under the names of the platform; what is called `items.1.sku` stands inside the item `1`. Undefined where one
 * name is both a text and a list.
 */
export function fieldsOf(
  parameters: URLSearchParams,
  names: Readonly<Record<string, string>> = {},
): Record<string, unknown> | undefined {
  const known = new Map(Object.entries(names));
  const fields = bare<Field>();
  for (const [name, value] of parameters) {
    const [field = name, item, member] = known.get(name)?.split('.') ?? [name];
    const found = fields[field];
    if (item === undefined || member === undefined) {
      if (typeof found === 'object') return undefined;
      fields[field] = value;
    } else {
      if (typeof found === 'string') return undefined;
      const items = (fields[field] = found ?? bare<Record<string, string>>());
      (items[item] ??= bare<string>())[member] = value;
    }
  }
  return fields;
}

/** Without a prototype: no name means anything but a field. */
function bare<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>; // it is empty
}
