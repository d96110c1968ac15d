import { open, type FileHandle } from 'node:fs/promises';
import { reasonOf } from 'sequenzy-contract';
import type { Product } from 'sequenzy-commerce';
import { readLines, scanLog } from 'sequenzy-store';
import { UserError } from '../../report/user-error.ts';
import type { Kept, KeptHeader, KeptLine } from './kept-line.ts';

/** Where the lines of one product begin. */
interface Places {
  stored?: number;
  readonly planned: number[];
}

/** Products that are read at once. */
const together = 100;

/** A file of kept values, read product by product. Memory holds where their lines are, not the lines. */
export class KeptValues {
  readonly header: KeptHeader;
  readonly #handle: FileHandle;
  readonly #file: string;
  readonly #places: ReadonlyMap<string, Places>;

  private constructor(
    header: KeptHeader,
    read: { readonly handle: FileHandle; readonly file: string },
    places: ReadonlyMap<string, Places>,
  ) {
    this.header = header;
    this.#handle = read.handle;
    this.#file = read.file;
    this.#places = places;
  }

  /** @throws {UserError} when the file cannot be read, or is none of these. */
  static async open(file: string): Promise<KeptValues> {
    let handle: FileHandle | undefined;
    try {
      handle = await open(file);
      const { header, places } = await index(handle, file);
      return new KeptValues(header, { handle, file }, places);
    } catch (error) {
      await handle?.close();
      throw new UserError(
        'undo',
        `${file}, which holds what was stored before, cannot be read (${reasonOf(error)})`,
      );
    }
  }

  get size(): number {
    return this.#places.size;
  }

  keys(): IterableIterator<string> {
    return this.#places.keys();
  }

  /** Every product: those to be sent in their order, then those to be deleted. */
  async *all(): AsyncGenerator<Kept> {
    for await (const some of this.batches()) yield* some;
  }

  /** The same, some of them together. */
  async *batches(): AsyncGenerator<readonly Kept[]> {
    yield* this.#each(({ planned }) => planned.length > 0);
    yield* this.#each(({ planned }) => planned.length === 0);
  }

  async *#each(isWanted: (places: Places) => boolean): AsyncGenerator<readonly Kept[]> {
    let some: string[] = [];
    for (const [productId, places] of this.#places) {
      if (!isWanted(places)) continue;
      some.push(productId);
      if (some.length < together) continue;
      yield await this.some(some);
      some = [];
    }
    if (some.length > 0) yield await this.some(some);
  }

  /** Of these products, in their order; nothing is known of one that is not in the file. */
  async some(productIds: readonly string[]): Promise<readonly Kept[]> {
    const offsets = productIds.flatMap((productId) => {
      const { stored, planned = [] } = this.#places.get(productId) ?? {};
      return stored === undefined ? planned : [stored, ...planned];
    });
    const lines = new Map<number, KeptLine>();
    for await (const { offset, bytes } of readLines(this.#handle, this.#file, offsets)) {
      lines.set(offset, JSON.parse(bytes.toString()) as KeptLine); // written by KeptWriter
    }
    return productIds.map((productId) => keptOf(productId, this.#places.get(productId), lines));
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

function keptOf(
  productId: string,
  { stored, planned = [] }: Partial<Places> = {},
  lines: ReadonlyMap<number, KeptLine>,
): Kept {
  const before = stored === undefined ? undefined : lines.get(stored);
  const sent = planned.flatMap((offset): Product[] => {
    const line = lines.get(offset);
    return line !== undefined && 'planned' in line ? [line.planned] : [];
  });
  const [first, ...later] = sent;
  return {
    productId,
    stored: before !== undefined && 'stored' in before ? before.stored : undefined,
    planned: first && later.reduce((merged, one) => ({ ...merged, ...one }), first),
  };
}

async function index(handle: FileHandle, file: string) {
  const places = new Map<string, Places>();
  let header: KeptHeader | undefined;
  await scanLog(handle, file, {
    header: (text) => {
      header = headerOf(text);
    },
    line: (bytes, start, end, offset) => {
      note(places, JSON.parse(bytes.toString('utf8', start, end)) as KeptLine, offset); // written by KeptWriter
      return true;
    },
    isTornHeader: () => false,
  });
  if (header === undefined) throw new Error('it is empty');
  return { header, places };
}

/** What was read of a product first is what it was. */
function note(places: Map<string, Places>, line: KeptLine, offset: number): void {
  const known = places.get(line.productId) ?? { planned: [] };
  // In the order in which they would be sent.
  if ('planned' in line && known.planned.length === 0) places.delete(line.productId);
  places.set(line.productId, known);
  if ('planned' in line) known.planned.push(offset);
  else known.stored ??= offset;
}

function headerOf(text: string): KeptHeader {
  const header = JSON.parse(text) as Partial<KeptHeader>; // looked at next
  if (header.kind !== 'sequenzy-kept-values') throw new Error('it is another file');
  if (header.version !== 1) throw new Error('a newer release wrote it');
  return header as KeptHeader; // just looked at
}
