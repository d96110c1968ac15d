import type { Secrets } from 'sequenzy-contract';
import type { ExitCode } from 'sequenzy-jobs/report/exit-codes.ts';
import type { Io } from '../terminal/io.ts';
import type { Printer } from '../terminal/printer.ts';

/** What every command has to hand. */
export interface Context {
  readonly io: Io;
  readonly secrets: Secrets;
  /** Standard output: data. */
  readonly out: Printer;
  /** Standard error: talk. */
  readonly err: Printer;
  /** The words behind `sequenzy-cli`. */
  readonly argv: readonly string[];
  /** Names the input, for what is told should it fail. */
  readonly begin: (files: readonly string[]) => void;
  /** Decides what the process ends with. */
  readonly end: (exitCode: ExitCode) => void;
}
