import { closeRejects } from './close-rejects.ts';
import { reasonKeyOf, type PlacedRecord, type Reject } from '../report/reject.ts';
import type { RejectsWriter } from './rejects-writer.ts';

/** Places that are named beside the first one of a reason. */
const mostPlaces = 3;

/** What has been rejected so far: counted, the first ones kept, all of them written. So is what is unknown, not counted here. */
export class Rejections {
  count = 0;
  readonly #listed: Reject[] = [];
  /** Where the first one of each reason is listed. */
  readonly #firstOf = new Map<string, number>();
  readonly #most: number;
  readonly #writer: RejectsWriter | undefined;

  /** @param most Rejects to keep in memory, one of each reason; `Infinity` keeps each of them. */
  constructor(most = 20, writer?: RejectsWriter) {
    this.#most = most;
    this.#writer = writer;
  }

  /** The first reject of each reason, with how many others have it; or all of them. */
  get listed(): readonly Reject[] {
    return this.#listed;
  }

  add(record: PlacedRecord, reject: Reject): void {
    if (reject.isUnknown !== true) this.count += 1;
    this.#list(reject);
    this.#writer?.add(record, reject);
  }

  /** Puts the rejects files in place, `close` of the writer says how; gives back their names, the main one first. */
  close(warn: (sentence: string) => void): Promise<readonly string[]> {
    return closeRejects(this.#writer, warn);
  }

  /** Waits while the disk is behind. */
  async room(): Promise<void> {
    await this.#writer?.room();
  }

  #list(reject: Reject): void {
    if (this.#most === Infinity) {
      this.#listed.push(reject);
      return;
    }
    const key = reasonKeyOf(reject);
    const at = this.#firstOf.get(key);
    const first = at === undefined ? undefined : this.#listed[at];
    if (at !== undefined && first !== undefined) {
      const { count, places } = first.alike ?? { count: 0, places: [] };
      const place = reject.cell ?? String(reject.line);
      const named = places.length < mostPlaces ? [...places, place] : places;
      this.#listed[at] = { ...first, alike: { count: count + 1, places: named } };
    } else if (this.#listed.length < this.#most) {
      this.#firstOf.set(key, this.#listed.length);
      this.#listed.push(reject);
    }
  }
}
