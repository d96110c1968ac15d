/** The feed of an entry whose name is only on its line. */
export const feedInFile = 255;

/** Names of feeds by small numbers, so that memory holds one byte a key. 0 is the default feed, which has no name. */
export class Feeds {
  readonly #names: (string | undefined)[] = [undefined];
  readonly #numbers = new Map<string | undefined, number>([[undefined, 0]]);

  /** {@link feedInFile} when there are more feeds than numbers. */
  numberOf(name: string | undefined): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#names.length;
    if (number >= feedInFile) return feedInFile;
    this.#names.push(name);
    this.#numbers.set(name, number);
    return number;
  }

  nameOf(number: number): string | undefined {
    return this.#names[number];
  }
}
