import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { SourceError } from '../../faults/source-error.ts';

const mebibyte = 1024 * 1024;

/** A part that unpacks to more than this, and to so many times its own size, is not a workbook. */
const [harmless, mostTimes, largest] = [64 * mebibyte, 250, 4096 * mebibyte];

/** No workbook has so many parts. */
const mostParts = 20_000;

/** The parts of a zip archive, each unpacked as it is read. */
export class Archive {
  readonly #file: string;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(file: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file;
    this.#zip = zip;
    this.#entries = entries;
  }

  /**
   * @param file What the user calls it.
   * @throws {SourceError} It is damaged.
   */
  static async open(path: string, file: string): Promise<Archive> {
    const zip = await openPromise(path, { autoClose: false }).catch((error: unknown) => {
      throw damaged(file, error);
    });
    try {
      return new Archive(file, zip, await entriesOf(zip));
    } catch (error) {
      zip.close();
      throw damaged(file, error);
    }
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(keyOf(name));
  }

  /**
   * The bytes of a part.
   *
   * @throws {SourceError} It is missing, damaged, protected, or unpacks to more than any workbook does.
   */
  async *bytes(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(keyOf(name));
    if (entry === undefined) throw damaged(this.#file, new Error(`it has no part ${name}`));
    if (entry.isEncrypted()) throw protectedBy(this.#file);
    this.#refuseBomb(entry);
    try {
      // The size that the archive declares is held: a part that unpacks to more is an error.
      const bytes = await this.#zip.openReadStreamPromise(entry);
      yield* bytes as AsyncIterable<Uint8Array>; // no encoding is set
    } catch (error) {
      throw error instanceof SourceError ? error : damaged(this.#file, error);
    }
  }

  /** A small part as text. */
  async text(name: string): Promise<string> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.bytes(name)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  close(): void {
    this.#zip.close();
  }

  #refuseBomb({ uncompressedSize: size, compressedSize, fileName }: Entry): void {
    if (size <= harmless) return;
    if (size <= largest && size <= compressedSize * mostTimes) return;
    const times = Math.round(size / Math.max(compressedSize, 1));
    throw new SourceError(
      `its part ${fileName} would unpack to ${Math.round(size / mebibyte)} MiB, ${times} times its size, as no workbook does`,
      {
        code: 'damaged',
        file: this.#file,
        nextStep: 'Do not trust this file. Export it again, or save the sheet as CSV (UTF-8).',
      },
    );
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.size === mostParts) throw new Error(`it has more than ${mostParts} parts`);
    entries.set(keyOf(entry.fileName), entry);
  }
  return entries;
}

/** Case does not matter in the names of parts, and some programs write them with a slash before them. */
function keyOf(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}

/** @param reason An error, or what is wrong as a clause. */
export function damaged(file: string, reason: unknown): SourceError {
  const why = reason instanceof Error ? reason.message : String(reason);
  return new SourceError(`the workbook is damaged or cut off (${why})`, {
    code: 'damaged',
    file,
    nextStep: 'Download or export it again, or open it in a spreadsheet program and save it.',
    cause: reason,
  });
}

export function protectedBy(file: string): SourceError {
  return new SourceError('the workbook is protected by a password', {
    code: 'damaged',
    file,
    nextStep: 'Open it in a spreadsheet program and save it without a password.',
  });
}
