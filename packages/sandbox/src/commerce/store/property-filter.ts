import { isObject } from 'sequenzy-contract';
import type { PropertyFilter } from './sequences.ts';

/** Whether the properties of an event pass a filter. A path through a list (`lineItems[].sku`) passes when one of it does. */
export function passes({ path, operator, value }: PropertyFilter, properties: unknown): boolean {
  const found = valuesAt(properties, path.split('.'));
  const some = (test: (one: unknown) => boolean): boolean => found.some(test);
  switch (operator) {
    case 'exists':
      return found.length > 0;
    case 'not_exists':
      return found.length === 0;
    case 'equals':
      return some((one) => one === value);
    case 'not_equals':
      return !some((one) => one === value);
    case 'one_of':
      return some((one) => Array.isArray(value) && value.includes(one));
    case 'contains':
      return some((one) => typeof one === 'string' && one.includes(String(value)));
    case 'greater_than':
      return some((one) => typeof one === 'number' && one > Number(value));
    case 'less_than':
      return some((one) => typeof one === 'number' && one < Number(value));
  }
}

function valuesAt(root: unknown, [first, ...others]: readonly string[]): unknown[] {
  if (first === undefined) return root === undefined || root === null ? [] : [root];
  const isList = first.endsWith('[]');
  const name = isList ? first.slice(0, -2) : first;
  const member: unknown = isObject(root) ? Reflect.get(root, name) : undefined;
  const each: unknown[] = isList && Array.isArray(member) ? member : [member];
  return each.flatMap((one) => valuesAt(one, others));
}
