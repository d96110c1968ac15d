import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exitCodes } from '../report/exit-codes.ts';
import { AtomicFile } from 'sequenzy-store';

/** How a run of a feed has ended. */
export interface FeedEnd {
  /** ISO 8601 */
  readonly at: string;
  readonly status: string;
  readonly exitCode: number;
  /** Code and sentence of why it ended early; null where it did not. */
  readonly code: string | null;
  readonly reason: string | null;
  /** Figures by name. */
  readonly records: Readonly<Record<string, number>>;
  /** Notifications that products have come back in stock. */
  readonly restocks: number;
  readonly durationMs: number;
}

/** What is remembered of a feed of a config, beside what was sent. */
export interface FeedMemory {
  readonly version: 1;
  /** `acme/products` */
  readonly name: string;
  readonly command: string;
  readonly firstAt: string;
  readonly last: FeedEnd;
  /** When it ended well; null: never. */
  readonly lastSuccessAt: string | null;
  /** Records that were read the last time that anything was; null: never. */
  readonly lastRead: number | null;
  readonly lastAcceptedAt: string | null;
  /** What each receiver of messages was told, and not yet that it is over. */
  readonly told: Readonly<Record<string, readonly string[]>>;
}

/** A bound that was set, such as a time of the day, is reached as planned. */
export function hasFailed({ exitCode, code }: Pick<FeedEnd, 'exitCode' | 'code'>): boolean {
  return exitCode !== exitCodes.ok && exitCode !== exitCodes.rejected && code !== 'bound';
}

/** What is remembered of a feed; undefined before its first run. */
export async function readFeed(stateFolder: string, name: string): Promise<FeedMemory | undefined> {
  return readMemory(fileOf(stateFolder, name));
}

/** Every feed that has ever run. What cannot be read is passed over. */
export async function readFeeds(stateFolder: string): Promise<readonly FeedMemory[]> {
  const folder = join(stateFolder, 'feeds');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).sort();
  const found = await Promise.all(files.map((name) => readMemory(join(folder, name))));
  return found.filter((memory) => memory !== undefined);
}

export async function writeFeed(stateFolder: string, memory: FeedMemory): Promise<void> {
  const path = fileOf(stateFolder, memory.name);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await AtomicFile.create(path);
  try {
    await file.write(`${JSON.stringify(memory)}\n`);
    await file.keep();
  } catch (error) {
    await file.discard().catch(() => undefined); // the first error counts
    throw error;
  }
}

function fileOf(stateFolder: string, name: string): string {
  return join(stateFolder, 'feeds', `${name}.json`);
}

async function readMemory(file: string): Promise<FeedMemory | undefined> {
  try {
    const memory = JSON.parse(await readFile(file, 'utf8')) as Partial<FeedMemory>; // looked at here
    const isWhole =
      memory.version === 1 &&
      typeof memory.name === 'string' &&
      typeof memory.last?.exitCode === 'number' &&
      typeof memory.told === 'object';
    return isWhole ? (memory as FeedMemory) : undefined; // just checked
  } catch {
    return undefined;
  }
}
