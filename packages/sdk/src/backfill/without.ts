/** The fields but for some of them. */
export function without<Fields extends object, Name extends keyof Fields>(
  fields: Fields,
  ...names: readonly Name[]
): Omit<Fields, Name> {
  const rest = { ...fields };
  for (const name of names) Reflect.deleteProperty(rest, name);
  return rest;
}
