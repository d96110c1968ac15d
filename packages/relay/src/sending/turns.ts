/** One piece of work after the other for each name, in the order in which they asked. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  async take<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(name);
    let end: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#last.set(name, mine);
    try {
      await before;
      return await work();
    } finally {
      if (this.#last.get(name) === mine) this.#last.delete(name);
      end();
    }
  }
}
