import type { KeySet } from 'sequenzy-contract';
import { orLedgerError } from '../ledger/or-ledger-error.ts';
import type { LedgerWrite } from '../ledger/ledger.ts';
import { allowedOf, type MaxDelete } from './max-delete.ts';

/** Products that were sent before and that the source does not have any more. */
export interface Gone {
  /** Products of this feed that the ledger knows. */
  readonly known: number;
  /** Known products that came from other feeds, and stay. */
  readonly ofOtherFeeds: number;
  /** How many may be deleted. */
  readonly allowed: number;
  /** How many are gone from the source. */
  readonly count: number;
  /** Ids of those: all where so many may be deleted, else the first ten. */
  readonly productIds: readonly string[];
}

/** How many are named where they are more than may be deleted. */
const mostNamed = 10;

interface Bounds {
  readonly max: MaxDelete;
  /** Undefined: the default feed. */
  readonly feed: string | undefined;
}

/** @throws {SequenzyError} when the ledger cannot be read. */
export async function goneFrom(
  ledger: { list(): AsyncIterable<LedgerWrite> },
  source: KeySet,
  { max, feed }: Bounds,
): Promise<Gone> {
  const counts = { known: 0, ofOtherFeeds: 0, count: 0 };
  const first: string[] = [];
  async function each(onGone: (key: string) => void, onKnown?: (isOurs: boolean) => void) {
    for await (const entry of ledger.list()) {
      onKnown?.(entry.feed === feed);
      if (entry.feed === feed && !source.has(entry.key)) onGone(entry.key);
    }
  }
  const count = (key: string): void => {
    counts.count += 1;
    if (first.length < mostNamed) first.push(key);
  };
  await orLedgerError(
    each(count, (isOurs) => {
      counts[isOurs ? 'known' : 'ofOtherFeeds'] += 1;
    }),
  );
  const allowed = allowedOf(max, counts.known);
  if (counts.count > allowed || counts.count <= mostNamed) {
    return { ...counts, allowed, productIds: first };
  }
  const productIds: string[] = [];
  await orLedgerError(each((key) => productIds.push(key)));
  return { ...counts, allowed, productIds };
}
