import { KeySet } from 'sequenzy-contract';
import type { Product, StoredProduct } from 'sequenzy-commerce';
import type { MirrorWatch } from 'sequenzy-commerce/mirror';
import { AtomicFile } from 'sequenzy-store';
import { UserError } from '../../report/user-error.ts';
import { unusableState } from '../../state/state-folder.ts';
import type { KeptHeader, KeptLine } from './kept-line.ts';

/** Keeps, in a file, what is stored of each product that a run is about to change, and what it would be. */
export class KeptWriter implements MirrorWatch {
  readonly #file: AtomicFile;
  readonly #wanted = new KeySet();
  #tail: Promise<void> = Promise.resolve();
  #failure: { readonly cause: unknown } | undefined;
  #finished: Promise<void> | undefined;
  #isOver = false;
  /** Products that would be sent or deleted. */
  count = 0;
  /** Why what is stored could not be read. */
  unread: string | undefined;

  private constructor(file: AtomicFile) {
    this.#file = file;
  }

  /** @throws {UserError} when it cannot be written. */
  static async create(path: string, header: KeptHeader): Promise<KeptWriter> {
    try {
      const writer = new KeptWriter(await AtomicFile.create(path));
      writer.#write(header);
      return writer;
    } catch (error) {
      throw unusableState(path, error);
    }
  }

  onWanted(productId: string): void {
    this.count += 1;
    this.#wanted.add(productId);
  }

  onStored(productId: string, stored: StoredProduct): void {
    if (!this.#wanted.has(productId)) return;
    this.#write({ productId, stored: sendableFields(stored) });
  }

  onMissing(productId: string): void {
    this.#write({ productId, stored: null });
  }

  onPlanned(planned: Product): void {
    this.#write({ productId: planned.productId, planned });
  }

  onDenied(): void {
    this.onUnread('the key may not read products (products:read)');
  }

  onUnread(reason: string): void {
    this.unread = reason;
  }

  /**
   * Brings all of it to the disk; nothing more is taken.
   *
   * @returns where it stands until it is kept.
   * @throws {UserError} when it cannot be written.
   */
  async finish(): Promise<string> {
    this.#finished ??= this.#orUnusable(async () => {
      await this.#tail;
      if (this.#failure !== undefined) throw unusableState(this.#file.path, this.#failure.cause);
      await this.#file.finish();
    });
    await this.#finished;
    return this.#file.temporary;
  }

  /** Durably, under its name. */
  async keep(): Promise<void> {
    await this.finish();
    this.#isOver = true;
    await this.#orUnusable(() => this.#file.keep());
  }

  /** Takes it away, unless it was kept. */
  async close(): Promise<void> {
    await this.#tail;
    if (!this.#isOver) await this.#file.discard();
    this.#isOver = true;
  }

  #write(line: KeptLine | KeptHeader): void {
    const text = `${JSON.stringify(line)}\n`;
    this.#tail = this.#tail
      .then(() => this.#file.write(text))
      .catch((error: unknown) => {
        this.#failure ??= { cause: error };
      });
  }

  async #orUnusable<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof UserError ? error : unusableState(this.#file.path, error);
    }
  }
}

/** What can be sent of it, and the currency of a variant, which cannot. */
function sendableFields(stored: StoredProduct): StoredProduct {
  const { title, description, imageUrl, url, priceCents, compareAtPriceCents } = stored;
  const { currency, inStock, providerCreatedAt, variants } = stored;
  const prices = { priceCents, compareAtPriceCents, currency };
  return { title, description, imageUrl, url, ...prices, inStock, providerCreatedAt, variants };
}
