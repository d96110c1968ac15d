import { isObject } from 'sequenzy-contract';
/** One property of what may be no object at all. */
export function field(value: unknown, name: string): unknown {
  return isObject(value) ? Reflect.get(value, name) : undefined;
}
