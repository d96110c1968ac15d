import type { LedgerWrite } from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { KeySet } from '../../input/key-set.ts';
import { mostNamed, type Gone } from '../../report/plan.ts';
import { allowedOf, type MaxDelete } from './max-delete.ts';

interface Bounds {
  readonly max: MaxDelete;
  readonly leftOut: number;
  /** Whether a known product came from this feed. Default: every one did. */
  readonly isOurs?: ((known: LedgerWrite) => boolean) | undefined;
}

/** Products of this feed that the ledger knows and the source has no more. */
export async function goneFrom(
  ledger: Pick<FileLedger, 'size' | 'list'>,
  source: KeySet,
  { max, leftOut, isOurs = () => true }: Bounds,
): Promise<Gone> {
  const atMost = Math.max(allowedOf(max, ledger.size), mostNamed);
  const productIds: string[] = [];
  let known = 0;
  let count = 0;
  for await (const entry of ledger.list()) {
    if (!isOurs(entry)) continue;
    known += 1;
    if (source.has(entry.key)) continue;
    count += 1;
    if (productIds.length < atMost) productIds.push(entry.key);
  }
  const allowed = allowedOf(max, known);
  const kept = productIds.slice(0, Math.max(allowed, mostNamed));
  const ofOtherFeeds = ledger.size - known;
  return { known, allowed, count, leftOut, ofOtherFeeds, productIds: kept };
}
