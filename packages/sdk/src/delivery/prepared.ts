import type { Hash64 } from 'sequenzy-contract';

// The entry `sequenzy-commerce/prepared`, for sequenzy-jobs: what it is given is sent unchecked.

/** A record that was checked and written where it was read. */
export interface Prepared<Rec> {
  readonly key: string;
  /** As the endpoint takes it: JSON, its fields in the schema's order. */
  readonly text: string;
  /** Of the text, as UTF-8. */
  readonly bytes: number;
  /** `hash64` of the text. */
  readonly fingerprint: Hash64;
  /** It replaces no list, so that nothing of what is stored has to stay with it. */
  readonly isSimple: boolean;
  /** What the text says. */
  read(): Rec;
}

/** Whether a record is known just so, by `hash64` of its key and of its text. It is counted then, and need not be given. */
export type IsKnown = (key: Hash64, fingerprint: Hash64) => boolean;

/** Opens the records from their beginning, some at a time, without those that are known. */
export type OpenPrepared<Rec> = (isKnown: IsKnown) => AsyncIterable<readonly Prepared<Rec>[]>;

/**
 * Records that need neither be checked nor written again. Only who has held them against the schema makes one: what it
 * gives is sent as it is. `isKnown` may be asked of a record only where no other one has its key.
 */
export class PreparedSource<Rec> implements AsyncIterable<Rec> {
  readonly open: OpenPrepared<Rec>;

  constructor(open: OpenPrepared<Rec>) {
    this.open = open;
  }

  /** As any other source: every record. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Rec, void, undefined> {
    for await (const some of this.open(() => false)) for (const one of some) yield one.read();
  }
}
