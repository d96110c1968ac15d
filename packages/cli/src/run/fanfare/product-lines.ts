import type { FanfareClient } from 'sequenzy-fanfare';

/** Every product of Fanfare as a line of JSON, page by page as they are taken. */
export class ProductLines {
  /** What ended the reading before its end. */
  failure: unknown;
  /** How many have been read. */
  products = 0;
  readonly #client: FanfareClient;
  readonly #signal: AbortSignal;

  constructor(client: FanfareClient, signal: AbortSignal) {
    this.#client = client;
    this.#signal = signal;
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
        yield encoder.encode(`${JSON.stringify(product)}\n`);
      }
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}
