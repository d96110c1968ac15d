import { SequenzyAnswerError, type SequenzyError } from 'sequenzy-commerce';

/** So many answers in a row that settle nothing end a run: the next would be the same. */
const most = 3;

/** Counts answers that contradict themselves, where requests are sent one after the other. */
export class Contradictions {
  #inARow = 0;

  /** Something was done, without doubt. */
  clear(): void {
    this.#inARow = 0;
  }

  /** Whether the next request may be sent after this failure. */
  maySendNext(error: SequenzyError): boolean {
    if (!(error instanceof SequenzyAnswerError)) return false;
    this.#inARow += 1;
    return this.#inARow < most;
  }
}
