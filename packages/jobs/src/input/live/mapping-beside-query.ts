import { mappingBeside } from '../mapping-file.ts';
import type { LiveChoice } from './connect-live.ts';

/** The mapping that is named; without one, `products.map.json` beside the query `products.sql`, where it is there. */
export async function mappingOfQuery(
  map: string | undefined,
  live: LiveChoice | undefined,
): Promise<string | undefined> {
  if (map !== undefined || live === undefined) return map;
  const { source, given } = live;
  const [query] = source.options.filter(({ form }) => form === 'text-file');
  const file = query && [given[query.name] ?? []].flat().at(-1);
  return file === undefined ? undefined : mappingBeside([file]);
}
