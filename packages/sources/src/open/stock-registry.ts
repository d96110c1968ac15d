import type { Describable } from './describe-source.ts';
import { stockFormat } from '../platforms/generic/stock/index.ts';

/** Every format of stock files, to be described. */
export function listStockSources(): readonly Describable[] {
  return [stockFormat];
}
