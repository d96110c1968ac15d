import { open, rm, type FileHandle } from 'node:fs/promises';
import { isRecord } from 'sequenzy-contract';
import type { LiveMemory } from 'sequenzy-sources/live';
import { AppendLog, AtomicFile, readLines, scanLog, sealedEnd, sealedLine } from 'sequenzy-store';

/** Below so many lines that count for nothing, a file is not written anew. */
const leastDead = 5000;

interface OpenOptions {
  /** Whether what it holds is forgotten. */
  readonly isFresh: boolean;
  /** Asked before each write; what it throws refuses it. */
  readonly mayWrite: () => Promise<void>;
}

/**
 * Documents of a live source in one file, by id: the latest of each, and a mark that says how far the reading came. What
 * was committed is on the disk; a commit that was cut off is as if it had never been.
 */
export class DocumentMemory implements LiveMemory {
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #log: AppendLog;
  readonly #offsets: Map<string, number>;
  /** When it was opened. */
  readonly #lines: number;
  #mark: unknown;

  private constructor(
    file: string,
    handle: FileHandle,
    { end, lines, offsets, mark }: Content,
    mayWrite: OpenOptions['mayWrite'],
  ) {
    this.#file = file;
    this.#handle = handle;
    this.#lines = lines;
    this.#log = new AppendLog(handle, file, end, mayWrite);
    this.#offsets = offsets;
    this.#mark = mark;
  }

  /**
   * Opens it for this process alone, or makes it, readable by its owner only. A file in which more lines are outdated
   * than not is written anew.
   *
   * @throws {StoreError} `damaged`.
   */
  static async open(file: string, { isFresh, mayWrite }: OpenOptions): Promise<DocumentMemory> {
    if (isFresh) await rm(file, { force: true });
    const memory = await DocumentMemory.#read(file, mayWrite);
    const dead = memory.#lines - memory.size;
    if (dead < leastDead || dead < memory.size) return memory;
    await memory.#rewrite();
    await memory.close();
    return DocumentMemory.#read(file, mayWrite);
  }

  /** Takes documents out of a file, so that nothing of them is left on the disk. */
  static async erase(
    file: string,
    ids: readonly string[],
    mayWrite: OpenOptions['mayWrite'],
  ): Promise<void> {
    const memory = await DocumentMemory.#read(file, mayWrite);
    try {
      const held = ids.filter((id) => memory.#offsets.delete(id));
      if (held.length > 0) await memory.#rewrite();
    } finally {
      await memory.close();
    }
  }

  /**
   * Takes out what is meant, and what is outdated, so that nothing of it is left on the disk; gives back how many documents it
   * were.
   */
  static async eraseWhere(
    file: string,
    isMeant: (document: unknown) => boolean,
    { dryRun, mayWrite }: Pick<OpenOptions, 'mayWrite'> & { readonly dryRun: boolean },
  ): Promise<number> {
    const memory = await DocumentMemory.#read(file, mayWrite);
    try {
      const ids: string[] = [];
      for await (const [id, document] of memory.documents()) if (isMeant(document)) ids.push(id);
      if (dryRun) return ids.length;
      for (const id of ids) memory.#offsets.delete(id);
      if (memory.#lines > memory.size) await memory.#rewrite();
      return ids.length;
    } finally {
      await memory.close();
    }
  }

  static async #read(file: string, mayWrite: OpenOptions['mayWrite']): Promise<DocumentMemory> {
    const handle = await open(file, 'a+', 0o600);
    try {
      const content = await contentOf(handle, file);
      const { size } = await handle.stat();
      if (size > content.end) await handle.truncate(content.end);
      if (content.end === 0) {
        await handle.appendFile(header);
        content.end = header.length;
      }
      return new DocumentMemory(file, handle, content, mayWrite);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  get mark(): unknown {
    return this.#mark;
  }

  get size(): number {
    return this.#offsets.size;
  }

  has(id: string): boolean {
    return this.#offsets.has(id);
  }

  async commit(documents: Iterable<readonly [string, unknown]>, mark: unknown): Promise<void> {
    const places: [id: string, at: number][] = [];
    const lines: Buffer[] = [];
    let length = 0;
    const add = (json: string): void => {
      const line = sealedLine(json);
      lines.push(line);
      length += line.length;
    };
    for (const [id, document] of documents) {
      places.push([id, length]);
      add(JSON.stringify({ i: id, d: document }));
    }
    add(JSON.stringify({ m: mark }));
    await this.#log.append(Buffer.concat(lines), (start) => {
      for (const [id, at] of places) this.#offsets.set(id, start + at);
      this.#mark = mark;
    });
  }

  async *documents(): AsyncGenerator<readonly [string, unknown]> {
    for await (const { bytes } of readLines(this.#handle, this.#file, [
      ...this.#offsets.values(),
    ])) {
      const parsed: unknown = JSON.parse(bytes.toString());
      if (isRecord(parsed) && typeof parsed['i'] === 'string') yield [parsed['i'], parsed['d']];
    }
  }

  async close(): Promise<void> {
    await this.#log.close();
    await this.#handle.close();
  }

  async #rewrite(): Promise<void> {
    const file = await AtomicFile.create(this.#file);
    try {
      await file.write(header);
      for await (const [id, document] of this.documents()) {
        await file.write(sealedLine(JSON.stringify({ i: id, d: document })));
      }
      await file.write(sealedLine(JSON.stringify({ m: this.#mark })));
      await file.keep();
    } catch (error) {
      await file.discard().catch(() => undefined); // the first error counts
      throw error;
    }
  }
}

const kind = 'sequenzy-documents';
const header = sealedLine(JSON.stringify({ kind, version: 1 }));

interface Content {
  end: number;
  readonly lines: number;
  readonly offsets: Map<string, number>;
  readonly mark: unknown;
}

/** Documents count with the mark behind them; without one they are read again. */
async function contentOf(handle: FileHandle, file: string): Promise<Content> {
  const offsets = new Map<string, number>();
  let waiting: [id: string, offset: number][] = [];
  let mark: unknown;
  let whole = 0;
  let lines = 0;
  const { end } = await scanLog(handle, file, {
    header(text) {
      if (!text.startsWith(`{"kind":"${kind}","version":1,`))
        throw new Error(`${file} is another kind of file`);
      whole = header.length;
    },
    line(bytes, start, lineEnd, offset) {
      const content = sealedEnd(bytes, start, lineEnd);
      if (content < 0) return false;
      const parsed: unknown = JSON.parse(bytes.toString('utf8', start, lineEnd));
      if (!isRecord(parsed)) return false;
      lines += 1;
      if (typeof parsed['i'] === 'string') waiting.push([parsed['i'], offset]);
      if (!('m' in parsed)) return true;
      for (const [id, at] of waiting) offsets.set(id, at);
      waiting = [];
      mark = parsed['m'];
      whole = offset + (lineEnd - start) + 1;
      return true;
    },
    isTornHeader: (text) => header.toString().startsWith(text),
  });
  return { end: Math.min(end, whole), lines, offsets, mark };
}
