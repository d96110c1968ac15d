import type { JobEvent } from 'sequenzy-jobs/job/events.ts';
import type { Surroundings } from 'sequenzy-jobs/job/surroundings.ts';
import type { ExitCode } from 'sequenzy-jobs/report/exit-codes.ts';
import type { Clock } from 'sequenzy-commerce';
import type { Sandbox } from 'sequenzy-jobs/connect/connection.ts';
import type { RunListener } from '../html/run-listener.ts';
import type { FlagsOf, OptionTable } from '../options/option.ts';
import type { GlobalFlags } from '../options/global-options.ts';
import type { Values } from '../options/values.ts';
import type { DocumentOf, Documents } from '../documents/documents.ts';
import type { LabelledLines } from '../terminal/labelled.ts';
import type { Printer } from '../terminal/printer.ts';
import type { Verbosity } from '../terminal/sync-screen.ts';
import type { Context } from './context.ts';

/** Words that stand behind a command. */
export interface Argument {
  readonly name: string;
  readonly description: string;
  /** In one line. Default: the description. */
  readonly short?: string;
  readonly isOptional?: true;
  /** Whether there may be several. */
  readonly isList?: true;
  /** What a shell can complete it to. Default: files for `file`, else nothing. */
  readonly values?: Values;
}

/** How a command is explained. */
export interface Explained {
  /** `catalog sync` */
  readonly name: string;
  readonly summary: string;
  readonly argument?: Argument;
  readonly options: OptionTable;
  /** Paragraphs for those who want to know more. */
  readonly details?: readonly string[];
  /** Commands without the name of the program; the first ones are shown always. */
  readonly examples: readonly string[];
  /** Sentences for each: `0 all accepted or unchanged`. */
  readonly exitCodes: readonly string[];
}

/** A command as the program runs it, whatever it does. */
export interface Command extends Explained {
  perform(context: Context, flags: GlobalFlags, words: readonly string[]): Promise<void>;
  /** Does its job with an API in this process, and lets nothing of it last. Absent where it sends nothing. */
  readonly rehearse?: (
    context: Context,
    flags: GlobalFlags,
    rehearsal: RehearsalWish,
  ) => Promise<Rehearsed>;
}

/** What a job is rehearsed with. */
export interface RehearsalWish {
  readonly words: readonly string[];
  readonly target: Sandbox;
  /** A folder that is taken away afterwards. */
  readonly stateDir: string;
  /** By which the job lives; it is shown by the one of the machine. */
  readonly clock: Clock;
}

/** What came of a rehearsed job, as its command shows it. */
export interface Rehearsed {
  readonly result: object;
  readonly heard: RunListener;
  readonly lines: LabelledLines;
  readonly exitCode: ExitCode;
  /** What `--json` of the command prints. */
  document(): Promise<object>;
  show(): Promise<void>;
}

/** What a command shows its report on. */
export interface Shown {
  readonly context: Context;
  /** Standard output for data; undefined where `--json` prints a document instead. */
  readonly data: Printer | undefined;
  readonly isTerminal: boolean;
  readonly verbosity: Verbosity;
  /** Labels and sentences: on standard error, or on standard output where the report is data. */
  readonly lines: LabelledLines;
  /** What to type to run the same command again. */
  readonly again: string;
}

/** A command in parts: what it is given, the job it does, and how the report is shown. */
export interface Definition<
  Name extends keyof Documents,
  Options extends OptionTable,
  Given extends object,
  Report extends object,
> extends Omit<Explained, 'name' | 'options'> {
  readonly name: Name;
  readonly options: Options;
  /** Options whose names are known when the program runs. */
  readonly more?: OptionTable;
  /** Whether the report of the job goes to standard output, and not only its document. */
  readonly isData?: true;
  /** Whether it sends something and can be rehearsed. */
  readonly sends?: true;
  /** Whether its job writes the reports of what it does, rather than one of itself. */
  readonly reports?: true;
  /** What a private sandbox is: what is sent to, or empty. */
  readonly sandbox?: 'target' | 'empty';
  /** Whether what the job remembers of a private sandbox is forgotten with it. */
  readonly remembers?: true;
  /**
   * Flags -> options of the job.
   *
   * @throws {UserError}
   */
  read(
    flags: FlagsOf<Options> & GlobalFlags,
    words: readonly string[],
    context: Context,
  ): Given | Promise<Given>;
  /** The inputs that the job reads. Default: none. */
  files?(given: Given): readonly string[];
  /** Shows what happens. Default: warnings, and what a request does. */
  screen?(shown: Shown, given: Given): Promise<(event: JobEvent) => void>;
  /** @param shown For a job of several jobs, which shows the end of each. */
  run(given: Given & StateChoice, surroundings: Surroundings, shown: Shown): Promise<Report>;
  /** @param shown Nothing of the talk is shown where `shown.verbosity.quiet`. */
  show?(report: Report, shown: Shown, given: Given): void | Promise<void>;
  /** What `--json` prints. */
  document(report: Report, given: Given): DocumentOf<Name>;
  /** Default: that of the report. */
  exitCode?(report: Report): ExitCode;
}

/** Where what was sent is remembered. */
export interface StateChoice {
  readonly stateDir?: string | undefined;
}
