/** Keeps what a run warns of for its report, and says each sentence at once. */
export class Warnings {
  readonly said: string[] = [];
  readonly #listener: { warned(sentence: string): void };

  constructor(listener: { warned(sentence: string): void }) {
    this.#listener = listener;
  }

  readonly warn = (sentence: string): void => {
    this.said.push(sentence);
    this.#listener.warned(sentence);
  };
}
