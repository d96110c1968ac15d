import { holding, type InnerLedger } from '../ledger/inner-ledger.ts';
import type { Ledger, LedgerWrite } from '../ledger/ledger.ts';
import { orLedgerError } from '../ledger/or-ledger-error.ts';

/** Entries that are looked up and written at once. */
const batch = 1000;

/** A ledger to plan with, watched for products that another feed had. */
export function watched(
  ledger: InnerLedger,
  feed: string | undefined,
  onOther: () => void,
): InnerLedger {
  return {
    ...(ledger.holds && {
      holds: (key, fingerprint) => ledger.holds?.(key, fingerprint, feed) === true,
    }),
    read: async (keys) => {
      const known = await ledger.read(keys);
      if (known.some((entry) => entry !== undefined && entry.feed !== feed)) onOther();
      return known;
    },
    write: (entries) => ledger.write(entries),
    verify: async () => ledger.verify?.(),
  };
}

/** A ledger in which what is known stays of the feed it came from. */
export function keepingFeeds(ledger: InnerLedger): InnerLedger {
  return {
    ...holding(ledger),
    read: (keys) => ledger.read(keys),
    async write(entries) {
      const known = await ledger.read(entries.map(({ key }) => key));
      await ledger.write(
        entries.map((entry, at) => {
          const before = known[at];
          const isSame = before === undefined || entry.forget === true;
          return isSame ? entry : inFeed(entry, before.feed);
        }),
      );
    },
    verify: async () => ledger.verify?.(),
  };
}

/**
 * Writes down that these products, as far as they are known, come from this feed; nothing else of them changes.
 *
 * @param feed Undefined: the default feed.
 * @throws {SequenzyError} of the code `ledger`.
 */
export async function moveToFeed(
  ledger: Pick<Ledger, 'read' | 'write'>,
  keys: AsyncIterable<string>,
  feed: string | undefined,
): Promise<void> {
  for await (const some of batches(keys)) {
    const known = await orLedgerError(ledger.read(some));
    const moved = some.flatMap((key, at): LedgerWrite[] => {
      const entry = known[at];
      return entry === undefined || entry.feed === feed ? [] : [inFeed({ ...entry, key }, feed)];
    });
    if (moved.length > 0) await orLedgerError(ledger.write(moved));
  }
}

function inFeed(
  { key, fingerprint, stock, order }: LedgerWrite,
  feed: string | undefined,
): LedgerWrite {
  return {
    key,
    fingerprint,
    ...(stock && { stock }),
    ...(order && { order }),
    ...(feed === undefined ? {} : { feed }),
  };
}

async function* batches(keys: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let some: string[] = [];
  for await (const key of keys) {
    some.push(key);
    if (some.length < batch) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
