import type { InputOptions } from '../input/input-options.ts';
import { readFiles } from '../reading/read-files.ts';
import { stockFormat } from '../platforms/generic/stock/index.ts';
import { stockLevels } from '../kinds/stock/kind.ts';
import type { StockFeed } from '../kinds/stock/stock.ts';

/**
 * Opens a warehouse's stock files and reads them once to their end. Columns, in camelCase or snake_case: one of
 * `productId`, `variantId` and `sku`, and `quantity` or `inStock` or both. What is read lies in a private temporary
 * folder until {@link StockFeed.close}.
 *
 * @param files Paths or `https:` addresses; `-` is standard input. CSV, TSV, JSON, NDJSON, .xlsx or .ods, each also gzipped.
 * @throws {SourceError} The input cannot be used as a whole. One row's faults are not errors.
 *
 * @example
 * const feed = await openStock(['stock.csv']);
 * for await (const { level, faults, line } of feed.records()) console.log(line, level ?? faults);
 * await feed.close();
 */
export async function openStock(
  files: readonly string[],
  options: InputOptions = {},
): Promise<StockFeed> {
  const spooled = await readFiles({
    kind: stockLevels,
    sources: [stockFormat],
    files,
    options,
    settingsFor: () => undefined,
  });
  const { rows, rejected } = spooled.counts;
  return {
    files: spooled.files,
    source: { name: stockFormat.name, label: stockFormat.label },
    counts: { rows, rejected },
    warnings: spooled.warnings,
    async *records() {
      for await (const { value, ...record } of spooled.all()) yield { ...record, level: value };
    },
    original: ({ ordinal }) => spooled.original(ordinal),
    close: () => spooled.close(),
  };
}
