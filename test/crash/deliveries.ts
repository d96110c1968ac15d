import type { Sandbox } from 'sequenzy-sandbox';
import type { Load } from './load.ts';

/** The ids that each delivering request carried, in the order of arrival, of a sandbox with `record: 'all'`. */
export function deliveriesTo(
  { requests }: Pick<Sandbox, 'requests'>,
  { idsIn }: Pick<Load, 'idsIn'>,
): string[][] {
  return requests.flatMap((request) => {
    const ids = idsIn(request);
    return ids === undefined ? [] : [ids];
  });
}

/** Each id as often as it was delivered beyond the first time. */
export function repeatsIn(deliveries: readonly (readonly string[])[]): Map<string, number> {
  const repeats = new Map<string, number>();
  const seen = new Set<string>();
  for (const id of deliveries.flat()) {
    if (seen.has(id)) repeats.set(id, (repeats.get(id) ?? 0) + 1);
    seen.add(id);
  }
  return repeats;
}
