import type { Wording } from 'sequenzy-contract';
import type { RemoteOptions } from './remote-options.ts';

/** Which files are read and how their columns are named: alike for products and for orders. */
export interface InputOptions {
  /** Name of a registered source, or `auto` (default): recognised from the columns. */
  readonly from?: string;
  /** Column of the file -> field name of the source: `{ Artikelnummer: 'productId' }`. */
  readonly map?: Readonly<Record<string, string>>;
  /** Column whose value is the record's id, where a source lets one choose. */
  readonly idFrom?: string;
  /** Columns of the file, or keys of its documents, that are not to be read, whatever they are called. Default: none. */
  readonly ignoreColumns?: readonly string[];
  /**
   * Sheet of a workbook (`.xlsx`, `.xlsm`, `.ods`): its name, or its number from 1. Default: the only one, or the first that
   * is shown and has something in it.
   */
  readonly sheet?: string;
  /** What the file name `-` reads. Default: `process.stdin`. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** What that is called in messages and records. Default: `stdin`. */
  readonly stdinName?: string;
  /** How files named by a web address (`https://…`) are fetched. */
  readonly remote?: RemoteOptions;
  /** Where temporary files go. Default `os.tmpdir()`. */
  readonly tempFolder?: string;
  /** How options are called in warnings and faults. Default: as programs call them, `decimal: ,`. */
  readonly wording?: Wording | undefined;
  /** Told now and then while everything is read, with the rows or documents so far. */
  readonly onRows?: (rows: number) => void;
  /** Stops reading; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}
