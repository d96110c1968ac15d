/** Of what may come with every answer only the first is told. */
export function warnOnce(warn: (sentence: string) => void): (sentence: string) => void {
  let said = false;
  return (sentence) => {
    if (!said) warn(`${sentence}.`);
    said = true;
  };
}

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
