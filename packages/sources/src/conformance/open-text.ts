import type { Catalog, CatalogOptions, CatalogRecord } from '../kinds/products/catalog.ts';
import { openWith } from '../open/catalog.ts';
import { listSources } from '../open/product-registry.ts';
import type { Source } from '../reading/format.ts';

/** Opens a text as if it came through a pipe. */
export function openText(
  text: string | Uint8Array,
  options: CatalogOptions = {},
  sources: readonly Source[] = listSources(),
): Promise<Catalog> {
  return openWith(sources, ['-'], { ...options, stdin: inChunks(text) });
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

/** As a pipe hands it on. */
export async function* inChunks(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let start = 0; start < bytes.length; start += 4096) {
    yield await Promise.resolve(bytes.subarray(start, start + 4096));
  }
}
