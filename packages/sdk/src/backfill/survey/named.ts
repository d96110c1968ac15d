/** How many of them are named. */
const examples = 5;

/** Orders to be named in an error: all are counted, some are kept. */
export class Named {
  count = 0;
  readonly examples: string[] = [];

  /** One that may be named twice in a row, such as by two events of an order. */
  addOnce(name: string): void {
    if (!this.examples.includes(name)) this.add(name);
  }

  add(name: string): void {
    this.count += 1;
    if (this.examples.length < examples) this.examples.push(name);
  }
}
