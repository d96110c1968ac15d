import { withoutUndefined } from './without-undefined.ts';

/** The properties of an order that are there; undefined where none is. */
export function propertiesOf(members: Readonly<Record<string, unknown>>): object | undefined {
  const properties = withoutUndefined(members);
  return Object.keys(properties).length === 0 ? undefined : properties;
}
