import { KeyIndex } from '../spool/key-index.ts';

/**
 * Knows whether a record says again what the last one with its id has said. Between two equal ones a third can stand that
 * differs: then the later one is needed. About 50 bytes a record.
 */
export class RepeatedRecords {
  #lastOfId = new KeyIndex();
  #lastOfText = new KeyIndex();

  /** @param ordinal Its number, where it is none. */
  has(id: string | undefined, text: () => string, ordinal: number): boolean {
    if (id === undefined) return false;
    const whole = text();
    const earlier = this.#lastOfId.get(id);
    if (earlier !== undefined && this.#lastOfText.get(whole) === earlier) return true;
    this.#lastOfId.set(id, ordinal);
    this.#lastOfText.set(whole, ordinal);
    return false;
  }

  forget(): void {
    this.#lastOfId = new KeyIndex();
    this.#lastOfText = new KeyIndex();
  }
}
