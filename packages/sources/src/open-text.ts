import type { Catalog, CatalogOptions, CatalogRecord } from './catalog.ts';
import { openWith } from './open.ts';
import { listSources } from './registry.ts';
import type { Source } from './source.ts';

/** Opens a text as if it came through a pipe. */
export function openText(
  text: string | Uint8Array,
  options: CatalogOptions = {},
  sources: readonly Source[] = listSources(),
): Promise<Catalog> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return openWith(sources, ['-'], { ...options, stdin: inChunks(bytes) });
}

/** A catalog's records, closed afterwards. */
export async function recordsOf(
  text: string | Uint8Array,
  options?: CatalogOptions,
): Promise<CatalogRecord[]> {
  const catalog = await openText(text, options);
  try {
    return await allOf(catalog.records());
  } finally {
    await catalog.close();
  }
}

export async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 4096) {
    yield await Promise.resolve(bytes.subarray(start, start + 4096));
  }
}
