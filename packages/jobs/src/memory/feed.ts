import type { Ledger, LedgerWrite } from 'sequenzy-commerce';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { Catalog } from 'sequenzy-sources';
import { orAdvice } from './own-ledger.ts';

/** Entries that are looked up and written at once. */
const batch = 1000;

/**
 * Where products come from: the files of a shop, files under a name of their own, a live source. Each feed is a part of
 * the catalog: what it does not list is gone only if it came from there. What two list is of the one that was read last.
 */
export class Feed {
  /** Undefined: the default feed. */
  readonly name: string | undefined;
  /** The feed of a known product. */
  readonly #feedOf: (known: LedgerWrite) => string | undefined;
  /** Whether something that is listed here may be known to be of another feed. */
  #takesOver = false;

  constructor(
    name: string | undefined,
    feedOf: (known: LedgerWrite) => string | undefined = ({ feed }) => feed,
  ) {
    this.name = name;
    this.#feedOf = feedOf;
  }

  /** Tells of a known product whether it came from here. */
  readonly has = (known: LedgerWrite): boolean => this.#feedOf(known) === this.name;

  /** A ledger to plan with, watched for products of other feeds. */
  watch(ledger: Ledger): Ledger {
    return {
      read: async (keys) => {
        const known = await ledger.read(keys);
        this.#takesOver ||= known.some((entry) => entry !== undefined && entry.feed !== this.name);
        return known;
      },
      write: (entries) => ledger.write(entries),
      verify: async () => ledger.verify?.(),
    };
  }

  /** Call where not everything that is listed was looked up. */
  watchedInPart(): void {
    this.#takesOver = true;
  }

  /**
   * Writes down that what is listed comes from here, where another feed had it. Done before anything is sent: a killed
   * run has claimed too much at most.
   */
  async claim(
    catalog: Pick<Catalog, 'records'>,
    ledger: Pick<FileLedger, 'read' | 'write'>,
  ): Promise<void> {
    if (!this.#takesOver) return;
    for await (const keys of batches(keysOf(catalog))) await moveTo(this.name, keys, ledger);
  }
}

/** Writes down that these products, as far as they are known, come from this feed; nothing else of them changes. */
export async function moveTo(
  feed: string | undefined,
  keys: readonly string[],
  ledger: Pick<FileLedger, 'read' | 'write'>,
): Promise<void> {
  const known = await orAdvice(ledger.read(keys));
  const moved = keys.flatMap((key, at): LedgerWrite[] => {
    const entry = known[at];
    return entry === undefined || entry.feed === feed ? [] : [inFeed({ ...entry, key }, feed)];
  });
  if (moved.length > 0) await orAdvice(ledger.write(moved));
}

/** What is remembered of a product, but that it came from this feed. */
export function inFeed(
  { key, fingerprint, stock }: LedgerWrite,
  feed: string | undefined,
): LedgerWrite {
  const mark = feed === undefined ? {} : { feed };
  return { key, fingerprint, ...(stock && { stock }), ...mark };
}

/** Hands keys on, so many at once. */
export async function* batches(keys: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let some: string[] = [];
  for await (const key of keys) {
    some.push(key);
    if (some.length < batch) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

async function* keysOf(catalog: Pick<Catalog, 'records'>): AsyncGenerator<string> {
  for await (const { key } of catalog.records()) if (key !== undefined) yield key;
}
