import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changesOf, checkMapping, type Mapping, type Proposal } from 'sequenzy-sources';
import { AtomicFile } from 'sequenzy-store';
import { mapChoiceOf } from '../input/mapping-file.ts';
import { option, say } from 'sequenzy-contract';
import { UnconfirmedMapping } from '../input/unconfirmed-mapping.ts';

/** Which files a mapping is for. */
export interface MappedFeed {
  /** State folder, made and fit for writing. */
  readonly folder: string;
  readonly kind: 'products' | 'orders';
  readonly files: readonly string[];
  /** Name of the feed, where it has one: its files may have other names every day. */
  readonly feed?: string | undefined;
}

/** What was opened, as far as it says by which mapping. */
interface Opened {
  readonly proposal?: Proposal | undefined;
}

/**
 * The mapping by which the files were read last. A file that later suggests another one is refused, so that a changed
 * export never changes silently what is sent.
 */
export class MappingMemory {
  readonly #file: string;
  readonly #folder: string;

  constructor({ folder, kind, files, feed }: MappedFeed) {
    const name = JSON.stringify([kind, feed ?? files]);
    const hash = createHash('sha256').update(name).digest('hex').slice(0, 16);
    this.#folder = join(folder, 'mappings');
    this.#file = join(this.#folder, `${hash}.json`);
  }

  /** @throws {UnconfirmedMapping} The files suggest another mapping than the one by which they were read last. */
  async refuseChanges({ proposal }: Opened): Promise<void> {
    if (proposal === undefined) return;
    const before = await this.#read();
    const changes = before === undefined ? [] : changesOf(before, proposal.mapping);
    if (changes.length === 0) return;
    const problem = `the columns suggest another mapping than the last time: ${changes.join('; ')}`;
    const advice = say`Keep the last one with ${option('map', this.#file)}, or save the one below and pass it with ${option('map')}.`;
    throw new UnconfirmedMapping({ ...proposal, problems: [{ problem, advice }] });
  }

  /** @param map What `--map` says. */
  async remember(
    { proposal }: Opened,
    { map, files }: { readonly map?: string | undefined; readonly files: readonly string[] },
  ): Promise<void> {
    const { mapping } = proposal ?? (await mapChoiceOf(map, files));
    if (mapping === undefined || mapping === 'auto' || map === this.#file) return;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const file = await AtomicFile.create(this.#file);
    try {
      await file.write(`${JSON.stringify(mapping, null, 2)}\n`);
      await file.keep();
    } catch (error) {
      await file.discard().catch(() => undefined); // the first error counts
      throw error;
    }
  }

  /** Undefined where none is remembered; a damaged file remembers nothing. */
  async #read(): Promise<Mapping | undefined> {
    const text = await readFile(this.#file, 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      const checked = checkMapping(JSON.parse(text));
      return checked.ok ? checked.mapping : undefined;
    } catch {
      return undefined;
    }
  }
}
