import type { Members } from '../../../kinds/orders/members.ts';

/**
 * A list as GraphQL answers it: an array, `{ nodes }` or `{ edges: [{ node }] }`. A list with further pages is a fault: the
 * rest of it is not in the input.
 */
export function connectionOf(of: Members, key: string): Members[] {
  if (Array.isArray(of.fields[key])) return of.list(key);
  const connection = of.child(key);
  if (connection.child('pageInfo').fields['hasNextPage'] === true) {
    of.fault(key, 'has more pages than the input: query more of them, or use a bulk operation');
  }
  return connection.has('nodes')
    ? connection.list('nodes')
    : connection.list('edges').map((edge) => edge.child('node'));
}
