import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isObject } from 'sequenzy-contract';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { LiveChanges } from 'sequenzy-sources/live';
import { AtomicFile } from 'sequenzy-store';
import { mappingOfQuery } from '../input/live/mapping-beside-query.ts';
import { mapChoiceOf } from '../input/mapping-file.ts';
import type { LiveInput } from '../input/records/record-choices.ts';

/** So many readings of different things are remembered. */
const mostKept = 100;

/** What decides what is made of what is read; a run with another of them has to read everything once. */
const decisive = [
  'currency',
  'decimal',
  'empty',
  'includeUnpublished',
  'storeUrl',
  'strictUrls',
  'priceTax',
  'timezone',
  'dateFormat',
  'ignoreColumns',
  'includePending',
  'includeTests',
  'totalIs',
  'catalog',
  'lifecycle',
  'resend',
] as const;

/** Options of a run that reads what has changed. */
export interface ChangesOptions
  extends LiveInput, Partial<Record<(typeof decisive)[number], unknown>> {
  readonly map?: string | undefined;
  readonly full?: boolean | undefined;
}

type LedgerPart = Pick<FileLedger, 'file' | 'size'>;

/**
 * Where the last complete reading of changes began, by the clock of what was read. It lies beside the ledger, and is worth
 * nothing without it: what the ledger does not know has to be read.
 */
export class SinceMemory {
  readonly #file: string;
  readonly #hash: string;
  readonly #changes: LiveChanges;

  private constructor(file: string, hash: string, changes: LiveChanges) {
    this.#file = file;
    this.#hash = hash;
    this.#changes = changes;
  }

  /** @param feed Name of the feed that is read, where there are feeds. */
  static async beside(
    { file }: Pick<LedgerPart, 'file'>,
    changes: LiveChanges,
    { feed, ...options }: ChangesOptions & { readonly feed?: string | undefined },
  ): Promise<SinceMemory> {
    const map = await mappingOfQuery(options.map, options.live);
    const mapping = map === undefined ? null : await mapChoiceOf(map, []);
    const made = decisive.map((name) => options[name]);
    const text = JSON.stringify([
      options.live?.source.name,
      feed,
      changes.of,
      mapping,
      made,
      __VERSION__,
    ]);
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
    return new SinceMemory(file.replace(/\.ndjson$/, '.since.json'), hash, changes);
  }

  /** Undefined where everything has to be read. */
  async recall({ size }: Pick<LedgerPart, 'size'>): Promise<string | undefined> {
    return size === 0 ? undefined : (await this.#known()).get(this.#hash);
  }

  /** Call after a complete run. */
  async remember(): Promise<void> {
    const begun = this.#changes.begun();
    if (begun === undefined) return;
    const known = await this.#known();
    known.delete(this.#hash);
    const kept = [...known, [this.#hash, begun] as const].slice(-mostKept);
    const file = await AtomicFile.create(this.#file);
    try {
      await file.write(`${JSON.stringify({ version: 1, since: Object.fromEntries(kept) })}\n`);
      await file.keep();
    } catch (error) {
      await file.discard().catch(() => undefined); // the first error counts
      throw error;
    }
  }

  /** A file that is missing or damaged knows nothing. */
  async #known(): Promise<Map<string, string>> {
    const text = await readFile(this.#file, 'utf8').catch(() => '');
    try {
      const { version, since } = JSON.parse(text) as Record<string, unknown>; // looked at here
      const entries = version === 1 && isObject(since) ? Object.entries(since) : [];
      return new Map(
        entries.filter((entry): entry is [string, string] =>
          Number.isFinite(Date.parse(String(entry[1]))),
        ),
      );
    } catch {
      return new Map();
    }
  }
}
