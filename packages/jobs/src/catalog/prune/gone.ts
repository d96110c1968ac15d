import type { FileLedger } from 'sequenzy-commerce/node';
import type { KeySet } from '../../input/key-set.ts';
import { mostNamed, type Gone } from '../../report/plan.ts';
import { allowedOf, type MaxDelete } from './max-delete.ts';

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
