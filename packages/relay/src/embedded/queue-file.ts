import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  AppendLog,
  AtomicFile,
  readLines,
  scanLog,
  sealedEnd,
  StoreError,
  syncFolder,
  type Lease,
} from 'sequenzy-store';
import type { RelayEvent } from '../queue/event.ts';
import { Backlog } from './backlog.ts';
import { formatHeader, formatLine, isKnown, parseLine, versionIn } from './queue-line.ts';

/** A file smaller than this is left alone. */
const smallest = 4 << 20;

/**
 * The events of a queue in an append-only file: what was added stands on the disk before it is answered, what comes
 * meanwhile goes there together. A torn last line is dropped; a file that is mostly done is rewritten while it is used.
 */
export class QueueFile {
  readonly backlog: Backlog;
  readonly #file: string;
  readonly #lease: Pick<Lease, 'verify'>;
  #handle: FileHandle;
  #log: AppendLog;
  #end: number;
  /** The size beyond which it is looked at again whether it is mostly done. */
  #nextLook = smallest;
  /** Set while the file is being replaced or repaired. */
  #rewriting: Promise<void> | undefined;
  #isClosed = false;
  /** The last line could not be written. */
  #isFailing = false;
  readonly #reading = new Set<Promise<unknown>>();

  private constructor(
    file: string,
    lease: Pick<Lease, 'verify'>,
    opened: { readonly handle: FileHandle; readonly end: number; readonly backlog: Backlog },
  ) {
    this.#file = file;
    this.#lease = lease;
    this.#handle = opened.handle;
    this.#end = opened.end;
    this.backlog = opened.backlog;
    this.#log = this.#logOn(opened.handle, opened.end);
  }

  /** @throws {StoreError} `damaged` where a line that is not the last cannot be read, or the file is of a newer release. */
  static async open(file: string, lease: Pick<Lease, 'verify'>): Promise<QueueFile> {
    const handle = await openToAppend(file);
    try {
      const backlog = new Backlog();
      const loaded = await load(handle, file, backlog);
      let { end } = loaded;
      await lease.verify();
      if (loaded.tornBytes > 0) await handle.truncate(end);
      if (end === 0) {
        const header = formatHeader();
        await handle.appendFile(header);
        await handle.datasync();
        await syncFolder(dirname(file));
        end = header.length;
      }
      return new QueueFile(file, lease, { handle, end, backlog });
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Resolves once the event is on the disk. */
  async add(event: RelayEvent): Promise<void> {
    const id = this.backlog.newId();
    await this.#append(formatLine({ id, event }), (offset, bytes) => {
      this.backlog.add(id, event, { offset, bytes });
    });
  }

  /** Resolves once it is on the disk that the event is done; at once it is no longer handed out. */
  async done(id: number): Promise<void> {
    this.backlog.remove(id);
    await this.#append(formatLine({ done: id }), () => undefined);
    if (this.#end > this.#nextLook) await this.#rewriteIfWasteful();
  }

  async read(id: number): Promise<RelayEvent> {
    await this.#ready();
    const reading = this.#read(id);
    this.#reading.add(reading);
    try {
      return await reading;
    } finally {
      this.#reading.delete(reading);
    }
  }

  /** Rewrites it without what is done. */
  async compact(): Promise<void> {
    await this.#ready();
    this.#rewriting = this.#rewrite().finally(() => {
      this.#rewriting = undefined;
    });
    await this.#rewriting;
  }

  /** Rejects where nothing can be written now. */
  async check(): Promise<void> {
    await this.#lease.verify();
    // Only after a failure it is worth a line to know.
    if (this.#isFailing) await this.#append(formatLine({ done: 0 }), () => undefined);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#rewriting?.catch(() => undefined);
    await this.#log.close();
    await this.#handle.close();
  }

  async #read(id: number): Promise<RelayEvent> {
    const { offset } = this.backlog.pending.get(id) ?? {};
    if (offset === undefined) throw new RangeError(`there is no event ${String(id)}`);
    for await (const { bytes } of readLines(this.#handle, this.#file, [offset])) {
      const line =
        sealedEnd(bytes, 0, bytes.length - 1) < 0 ? undefined : parseLine(bytes.toString());
      if (line !== undefined && 'event' in line && line.id === id) return line.event;
    }
    throw new StoreError('damaged', this.#file, 'something else changed it while it was open');
  }

  async #append(line: Buffer, onDurable: (offset: number, bytes: number) => void): Promise<void> {
    await this.#ready();
    const log = this.#log;
    try {
      await log.append(line, (offset) => {
        this.#end = offset + line.length;
        onDurable(offset, line.length);
      });
      this.#isFailing = false;
    } catch (error) {
      this.#isFailing = true;
      const isPassing = error instanceof StoreError && error.code === 'write' && !this.#isClosed;
      if (isPassing && this.#log === log && this.#rewriting === undefined) this.#repair();
      throw error;
    }
  }

  /** Resolves when the file is not being replaced. Nothing may be awaited between this and its use. */
  async #ready(): Promise<void> {
    while (this.#rewriting !== undefined) await this.#rewriting.catch(() => undefined);
  }

  /** A full disk may have room again for the next event: what is torn goes, and it starts again behind the last whole line. */
  #repair(): void {
    const repairing = this.#handle.truncate(this.#end).then(() => {
      this.#log = this.#logOn(this.#handle, this.#end);
    });
    this.#rewriting = repairing
      .catch(() => undefined) // the next event tries it again
      .finally(() => {
        this.#rewriting = undefined;
      });
  }

  #logOn(handle: FileHandle, end: number): AppendLog {
    return new AppendLog(handle, this.#file, end, () => this.#lease.verify());
  }

  /** More than half of it is not needed any more. */
  async #rewriteIfWasteful(): Promise<void> {
    if (this.#rewriting !== undefined) return;
    this.#nextLook = Math.max(smallest, this.#end * 1.5);
    if (this.backlog.bytes * 2 > this.#end) return;
    this.#rewriting = this.#rewrite().finally(() => {
      this.#rewriting = undefined;
    });
    await this.#rewriting;
    this.#nextLook = Math.max(smallest, this.#end * 2);
  }

  async #rewrite(): Promise<void> {
    await this.#log.settled();
    await Promise.allSettled([...this.#reading]);
    const fresh = await AtomicFile.create(this.#file, '.new');
    const places: [number, number][] = [];
    try {
      let end = 0;
      const write = async (bytes: Buffer): Promise<void> => {
        await fresh.write(Buffer.from(bytes));
        end += bytes.length;
      };
      await write(formatHeader());
      for (const [delivery, time] of this.backlog.deliveries) {
        await write(formatLine({ delivery, time }));
      }
      const ids = new Map([...this.backlog.pending].map(([id, { offset }]) => [offset, id]));
      for await (const { offset, bytes } of readLines(this.#handle, this.#file, [...ids.keys()])) {
        places.push([ids.get(offset) ?? 0, end]);
        await write(bytes);
      }
      await fresh.finish();
      await this.#lease.verify();
      // Windows replaces no open file.
      await this.#handle.close();
      await fresh.keep();
      this.#end = end;
    } catch (error) {
      await fresh.discard().catch(() => undefined); // the first error counts
      throw error;
    } finally {
      await this.#reopen();
    }
    for (const [id, offset] of places) {
      const pending = this.backlog.pending.get(id);
      if (pending !== undefined) pending.offset = offset;
    }
  }

  /** Whichever file stands there now. */
  async #reopen(): Promise<void> {
    await this.#handle.close().catch(() => undefined); // it may be closed
    this.#handle = await openToAppend(this.#file);
    this.#log = this.#logOn(this.#handle, this.#end);
  }
}

function openToAppend(file: string): Promise<FileHandle> {
  return open(file, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, 0o600);
}

async function load(handle: FileHandle, file: string, backlog: Backlog) {
  return scanLog(handle, file, {
    isTornHeader: (text) => /^\0*$/.test(text) || formatHeader().toString().startsWith(text),
    header: (text) => {
      if (isKnown(versionIn(text))) return;
      throw new StoreError('damaged', file, 'it is not a queue that this release can read');
    },
    line: (bytes, start, lineEnd, offset) => {
      if (sealedEnd(bytes, start, lineEnd) < 0) return false;
      const line = parseLine(bytes.toString('utf8', start, lineEnd));
      if (line === undefined) return false;
      if ('event' in line) {
        backlog.add(line.id, line.event, { offset, bytes: lineEnd - start + 1 });
      } else if ('done' in line) backlog.remove(line.done);
      else backlog.deliveries.add(line.delivery, line.time);
      return true;
    },
  });
}
