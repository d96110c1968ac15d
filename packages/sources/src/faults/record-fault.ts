import { worded, type Fault, type Words } from 'sequenzy-contract';

/** One thing that is wrong with a record. `path` is the file's own column where the fault comes from one. */
export interface RecordFault extends Fault {
  /** The input it stands in, as the user named it. Of a record that is handed out: only where that is not the record's own. */
  readonly file?: string;
  /** Physical line, from 1. */
  readonly line: number;
  /** Of a record that is handed out, in a workbook: `Sheet1!C7`, or the row `Sheet1!7:7` where no column is to blame. */
  readonly cell?: string;
  /** The file's own column name. */
  readonly column?: string;
  /** What stood there. */
  readonly value?: string;
  /** The message in parts, where it names options: `{ option: 'decimal', value: ',' }`. */
  readonly words?: Words;
}

/** The message of a fault; in parts as well, where it names options. */
export function messageOf(words: Words): Pick<RecordFault, 'message' | 'words'> {
  return typeof words === 'string' ? { message: words } : { message: worded(words), words };
}
