import type { FileLedger } from 'sequenzy-commerce/node';
import type { KeySet } from './key-set.ts';
import { allowedOf, type MaxDelete } from './max-delete.ts';

/** What `--prune` would delete. */
export interface Gone {
  /** Products the ledger knows, without those that came from elsewhere. */
  readonly known: number;
  /** How many of them may be deleted. */
  readonly allowed: number;
  /** How many are gone from the source. */
  readonly count: number;
  /** Ids of those: all where that is allowed, else the first ten. */
  readonly productIds: readonly string[];
  /** Products the source holds and leaves out, such as unpublished ones: they count as gone. */
  readonly leftOut: number;
  /** Known products that came from elsewhere, files or Fanfare, and stay. */
  readonly elsewhere: number;
}

/** How many are named to somebody who has to decide. */
export const mostNamed = 10;

/**
 * Products the ledger knows and the source has no more.
 *
 * @param isOurs Whether a known product came from this source at all. Default: every one did.
 */
export async function goneFrom(
  ledger: Pick<FileLedger, 'size' | 'keys'>,
  source: KeySet,
  max: MaxDelete,
  leftOut: number,
  isOurs?: (key: string) => boolean,
): Promise<Gone> {
  const known = isOurs === undefined ? ledger.size : await countOf(ledger, isOurs);
  const allowed = allowedOf(max, known);
  const productIds: string[] = [];
  let count = 0;
  for await (const key of ledger.keys()) {
    if (source.has(key) || isOurs?.(key) === false) continue;
    count += 1;
    if (productIds.length < Math.max(allowed, mostNamed)) productIds.push(key);
  }
  return { known, allowed, count, leftOut, elsewhere: ledger.size - known, productIds };
}

async function countOf(
  ledger: Pick<FileLedger, 'keys'>,
  isOurs: (key: string) => boolean,
): Promise<number> {
  let count = 0;
  for await (const key of ledger.keys()) if (isOurs(key)) count += 1;
  return count;
}
