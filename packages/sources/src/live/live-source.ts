import type { Words } from 'sequenzy-contract';
import type { ErrorCode, RateLimiter, TransportOptions } from 'sequenzy-transport';
import type { TotalIs } from '../kinds/orders/source.ts';
import type { Source } from '../kinds/products/source.ts';

/**
 * An API or a database that is read in place of files. It declares all that a program has to know before it asks: which
 * secrets and options there are, so that a command line can offer them without naming any source.
 */
export interface LiveSource {
  /** Lower case, for the option `from`; the name of its feed. */
  readonly name: string;
  /** As people call it: `Fanfare`. */
  readonly label: string;
  /** What can be read. */
  readonly kinds: readonly LiveKind[];
  /** What it is asked with, and nobody else may see. */
  readonly secrets: readonly [LiveSecret, ...LiveSecret[]];
  /** Absent where the secret says it. */
  readonly address?: LiveAddress;
  readonly options: readonly LiveOption[];
  /** What it is, for a help text: `API`, `database`. */
  readonly noun: string;
  /** Whether parts of it can be feeds with names of their own. Otherwise it is one feed, of its own name. */
  readonly hasParts: boolean;
  /**
   * Makes ready to read. Nothing has been asked yet.
   *
   * @throws {SourceError} A setting cannot be used.
   */
  open(settings: LiveSettings): Promise<LiveReading>;
  /** Ids of the documents in its {@link LiveMemory} that hold an order. Absent: it keeps none. */
  readonly documentsOf?: (orderId: string) => readonly string[];
  /**
   * Says what to do about a failure of its API; undefined where the failure is none of the API's.
   *
   * @param read How many documents had been read.
   */
  explain(failure: unknown, read: number): Promise<LiveFailure | undefined>;
}

export type LiveKind = 'products' | 'orders';

export interface LiveSecret {
  /** The environment variable that holds it. */
  readonly variable: string;
  /** The option that names a file with it instead: `fanfare-key-file`. */
  readonly fileOption: string;
  /** What it is: `the key of Fanfare’s API`. */
  readonly noun: string;
  /** Says that there is none, a sentence without its full stop. */
  readonly absence: string;
  /** Whether any character may stand in it. Default: those of a key, without spaces. */
  readonly isPassword?: boolean;
  /** Parts of it that may never be shown either: the password of an address. Default: none. */
  readonly parts?: (secret: string) => readonly string[];
}

export interface LiveAddress {
  /** The environment variable that says where the API is. */
  readonly variable: string;
  readonly default: string;
}

/** A setting that its users may make. */
export interface LiveOption {
  /** `fanfare-names` */
  readonly name: string;
  /** What stands behind it in a help text: `<names.json>`. */
  readonly value: string;
  readonly description: Words;
  /** Whether it names a file of JSON or of text, or may be given several times and is taken as it stands. */
  readonly form: 'json-file' | 'text-file' | 'texts' | 'text';
  /** What it must be, a complete sentence. */
  readonly nextStep: Words;
  /** What it is for. Default: every kind of its source. */
  readonly kinds?: readonly LiveKind[];
  /** Whether nothing can be read without it. Default: no. */
  readonly isNeeded?: boolean;
  /** What stands for its value in an example: `products.sql`. */
  readonly example?: string;
}

/** An option as it was given. */
export interface LiveValue {
  /** Of one that was given several times, the last. */
  readonly text: string;
  /** What the file that it names holds; of a text the same as {@link LiveValue.text}, of several all of them. */
  readonly value: unknown;
}

export interface LiveSettings {
  readonly kind: LiveKind;
  /** By environment variable, all of them. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Empty where the source declares none. */
  readonly address: string;
  /** By name; only those that were given. */
  readonly options: Readonly<Record<string, LiveValue>>;
  /** What the user says of all that is read. */
  readonly said: LiveWords;
  /**
   * Opens what earlier runs have read, for this run alone.
   *
   * @param of What is read, and from where, without secrets: each has a memory of its own.
   */
  readonly memory: (of: string) => Promise<LiveMemory>;
  readonly connection: Pick<
    TransportOptions,
    'clock' | 'fetch' | 'hooks' | 'maxRetries' | 'timeout'
  >;
}

/** Options of any reading that a live source may have to know. */
export interface LiveWords {
  /** IANA name of the zone of times without an offset. */
  readonly timezone?: string;
  /** ISO 4217, of amounts that carry none. */
  readonly currency?: string;
  /** What the total of an order is, where its platform documents that nowhere. Default: told from the orders. */
  readonly totalIs?: TotalIs;
  /** From when on records are wanted. Default: all. */
  readonly since?: Date;
}

/** Documents that were read, by id, with a mark that says how far the reading came. They are there in the next run. */
export interface LiveMemory {
  /** Of the last commit; undefined before the first. */
  readonly mark: unknown;
  readonly size: number;
  has(id: string): boolean;
  /** Keeps documents, each in place of an earlier one, and the mark: all of it or nothing. */
  commit(
    documents: Iterable<readonly [id: string, document: unknown]>,
    mark: unknown,
  ): Promise<void>;
  /** The latest of each. */
  documents(): AsyncIterable<readonly [id: string, document: unknown]>;
}

export interface LiveReading {
  /** What reads its text. Default: told from the text, as of a file. */
  readonly reader?: Source;
  /** Name of what reads its text, where it is one of the formats of files. */
  readonly format?: string;
  /** The zone of times without an offset, where the user says none. */
  readonly timezone?: string;
  /** What to tell the user once the text has been read, complete sentences. */
  readonly warnings?: () => readonly Words[];
  /** What holds requests back, where something does. */
  readonly limiter?: Pick<RateLimiter, 'explain'>;
  /** Where only what has changed can be read: the words of the user that say so, and what the reading is of. */
  readonly changes?: LiveChanges;
  /**
   * Every record to the last as they are taken, as the text of a file: JSON documents, one a line, or CSV. Throws where
   * one part cannot be read.
   *
   * @param onRead Told how many records have been read.
   * @param after Where an earlier reading of the same began, by its {@link LiveChanges.begun}. Default: all is read.
   */
  text(signal: AbortSignal, onRead: (count: number) => void, after?: string): AsyncIterable<string>;
}

export interface LiveChanges {
  /** `:since` */
  readonly saidBy: string;
  /** What is read, and from where, without secrets: a reading of anything else knows nothing of this one's beginning. */
  readonly of: string;
  /** Where the reading began, by the clock of what is read. Known once the text has been read. */
  readonly begun: () => string | undefined;
}

export interface LiveFailure {
  /** A stable word for programs. */
  readonly code: ErrorCode;
  /** Whether the key was refused, something has to be corrected first, or the same may succeed later. */
  readonly end: 'refused' | 'unusable' | 'passing';
  /** What to do about it besides trying again, complete sentences. */
  readonly nextStep?: Words;
  /** When the API will answer again, as far as it said. */
  readonly retryAt?: Date;
}
