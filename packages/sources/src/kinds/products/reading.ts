import type { Product } from 'sequenzy-contract';
import type { CatalogOptions } from './catalog.ts';
import type { Reading } from '../../reading/read-files.ts';
import { settingsFor } from './settings.ts';
import type { Mapped, Settings, Source } from './source.ts';
import { products } from './kind.ts';
import type { TimeRead } from './time-read.ts';

/** How files are read as products. */
export function readingOf(
  sources: readonly Source[],
  files: readonly string[],
  options: CatalogOptions,
  time: TimeRead,
): Reading<Mapped, Settings, Product, Source> {
  return {
    kind: products,
    sources,
    files,
    options,
    settingsFor: (source) => time.over(settingsFor(source, options)),
  };
}
