import type { ErrorCode, RateLimiter, TransportOptions } from 'sequenzy-transport';
import type { Source } from '../kinds/products/source.ts';

/**
 * An API that is read in place of files. It declares all that a program has to know before it asks: which secrets and
 * options there are, so that a command line can offer them without naming any source.
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
  readonly address: LiveAddress;
  readonly options: readonly LiveOption[];
  /**
   * Makes ready to read. Nothing has been asked yet.
   *
   * @throws {SourceError} A setting cannot be used.
   */
  open(settings: LiveSettings): Promise<LiveReading>;
  /**
   * Says what to do about a failure of its API; undefined where the failure is none of the API's.
   *
   * @param read How many documents had been read.
   */
  explain(failure: unknown, read: number): Promise<LiveFailure | undefined>;
}

export type LiveKind = 'products';

export interface LiveSecret {
  /** The environment variable that holds it. */
  readonly variable: string;
  /** The option that names a file with it instead: `fanfare-key-file`. */
  readonly fileOption: string;
  /** What it is: `the key of Fanfare’s API`. */
  readonly noun: string;
  /** Says that there is none, a sentence without its full stop. */
  readonly absence: string;
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
  readonly description: string;
  /** Whether it names a file of JSON, or is taken as it stands. */
  readonly form: 'json-file' | 'text';
  /** What it must be, a complete sentence. */
  readonly nextStep: string;
}

/** An option as it was given. */
export interface LiveValue {
  readonly text: string;
  /** What the file that it names holds; of a text the same as {@link LiveValue.text}. */
  readonly value: unknown;
}

export interface LiveSettings {
  /** By environment variable, all of them. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly address: string;
  /** By name; only those that were given. */
  readonly options: Readonly<Record<string, LiveValue>>;
  readonly connection: Pick<
    TransportOptions,
    'clock' | 'fetch' | 'hooks' | 'maxRetries' | 'timeout'
  >;
}

export interface LiveReading {
  /** What reads its documents. */
  readonly reader: Source;
  /** What holds requests back. */
  readonly limiter: Pick<RateLimiter, 'explain'>;
  /** Every document to the last, page by page as they are taken. Throws where one page cannot be read. */
  documents(signal: AbortSignal): AsyncIterable<unknown>;
}

export interface LiveFailure {
  /** A stable word for programs. */
  readonly code: ErrorCode;
  /** Whether the key was refused, something has to be corrected first, or the same may succeed later. */
  readonly end: 'refused' | 'unusable' | 'passing';
  /** What to do about it besides trying again, complete sentences. */
  readonly nextStep?: string;
  /** When the API will answer again, as far as it said. */
  readonly retryAt?: Date;
}
