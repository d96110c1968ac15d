import type { FanfareClient } from 'sequenzy-fanfare';

/** Every product of Fanfare as a line of JSON, page by page as they are taken. */
export class ProductLines {
  /** What ended the reading before its end. */
  failure: unknown;
  /** How many have been read. */
  products = 0;
  readonly #client: FanfareClient;
  readonly #signal: AbortSignal;
  readonly #onRead: (products: number) => void;

  constructor(client: FanfareClient, signal: AbortSignal, onRead: (products: number) => void) {
    this.#client = client;
    this.#signal = signal;
    this.#onRead = onRead;
  }

  async *read(): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder();
    const include = ['variants', 'mediaAssets'] as const;
    try {
      for await (const product of this.#client.products.listRaw({
        include,
        signal: this.#signal,
      })) {
        this.products += 1;
        this.#onRead(this.products);
        yield encoder.encode(`${JSON.stringify(product)}\n`);
      }
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}
