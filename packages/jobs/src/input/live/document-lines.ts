/** Every document of an API as a line of JSON, page by page as they are taken. */
export class DocumentLines {
  /** What ended the reading before its end. */
  failure: unknown;
  /** How many have been read. */
  count = 0;
  readonly #documents: AsyncIterable<unknown>;
  readonly #onRead: (count: number) => void;

  constructor(documents: AsyncIterable<unknown>, onRead: (count: number) => void) {
    this.#documents = documents;
    this.#onRead = onRead;
  }

  async *read(): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder();
    try {
      for await (const document of this.#documents) {
        this.count += 1;
        this.#onRead(this.count);
        yield encoder.encode(`${JSON.stringify(document)}\n`);
      }
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}
