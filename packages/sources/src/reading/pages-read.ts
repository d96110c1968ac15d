import { say, type Words } from 'sequenzy-contract';
import { valueAt } from '../containers/json/envelopes.ts';
import type { Paging } from './format.ts';
import { counted } from '../text/counted.ts';

/** What the answers of an API say of the pages of their lists, and whether some of them are missing. */
export class PagesRead {
  readonly #paging: Paging | undefined;
  /** The most documents that an answer says there are. */
  #stated = 0;
  /** Of each list, whether its last page was read. */
  readonly #isEnded = new Map<unknown, boolean>();

  constructor(paging: Paging | undefined) {
    this.#paging = paging;
  }

  /** @param envelope What stands around one list. */
  add(envelope: unknown): void {
    const { total = [], more = [], list } = this.#paging ?? {};
    for (const path of total) {
      const stated = Number(valueAt(envelope, path));
      if (stated > this.#stated) this.#stated = stated;
    }
    const name = list === undefined ? undefined : valueAt(envelope, list);
    for (const path of more) {
      const follows = valueAt(envelope, path);
      if (typeof follows !== 'boolean') continue;
      this.#isEnded.set(name, this.#isEnded.get(name) === true || !follows);
    }
  }

  /** @param documents How many were read in all files. */
  isIncomplete(documents: number): boolean {
    return this.#stated > documents || [...this.#isEnded.values()].includes(false);
  }

  warnings(documents: number, noun: string): Words[] {
    if (!this.isIncomplete(documents)) return [];
    const { nextStep = '' } = this.#paging ?? {};
    const said =
      this.#stated > documents
        ? `The platform says that there are ${counted(this.#stated, noun)}, and ${String(documents)} were read`
        : `The platform says that more ${noun}s follow, and no file is the last page`;
    return [say`${said}: pages are missing. ${nextStep}`];
  }
}
