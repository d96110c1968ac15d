import { closeRejects } from './close-rejects.ts';
import type { PlacedRecord, Reject } from '../report/reject.ts';
import type { RejectsWriter } from './rejects-writer.ts';

/** What has been rejected so far: counted, the first ones kept, all of them written. So is what is unknown, not counted here. */
export class Rejections {
  count = 0;
  readonly listed: Reject[] = [];
  readonly #most: number;
  readonly #writer: RejectsWriter | undefined;

  /** @param most Rejects to keep in memory. */
  constructor(most = 20, writer?: RejectsWriter) {
    this.#most = most;
    this.#writer = writer;
  }

  add(record: PlacedRecord, reject: Reject): void {
    if (reject.isUnknown !== true) this.count += 1;
    if (this.listed.length < this.#most) this.listed.push(reject);
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
}
