import {
  joined,
  optionsIn,
  programWording,
  say,
  option,
  worded,
  type OptionUse,
  type Wording,
  type Words,
} from 'sequenzy-contract';
import type { Mapping } from 'sequenzy-sources';
import type { FailureCode } from './failure-code.ts';

/** What to do about a failure. */
export type Advice =
  /** The same job continues. */
  | { readonly act: 'run-again'; readonly notBefore?: string }
  /** The same job starts over, because it sends everything whatever was sent before. */
  | { readonly act: 'start-over'; readonly notBefore?: string }
  /** Give other options: those that are named. */
  | {
      readonly act: 'change-options';
      readonly options: readonly OptionUse[];
      readonly words: Words;
    }
  /** Something no option does, such as to correct the input. */
  | { readonly act: 'do'; readonly words: Words };

/** What an error points at: an option, or a place in a file. */
export interface Place {
  readonly option?: OptionUse | undefined;
  /** As the user named it. */
  readonly file?: string | undefined;
  /** From 1. */
  readonly line?: number | undefined;
  /** In a workbook: `Sheet1!C7`, or the row `Sheet1!7:7`. */
  readonly cell?: string | undefined;
  readonly column?: string | undefined;
  /** What stood there. */
  readonly value?: string | undefined;
}

/** A failure in parts; {@link toldOf} makes sentences of it. */
export interface FailureParts {
  /** A stable word. */
  readonly code: FailureCode;
  readonly place?: Place | undefined;
  /** What is wrong, a clause without its full stop and without the place. */
  readonly problem: Words;
  readonly advice: readonly Advice[];
  /** How the file can be read, where that waits for the user. */
  readonly mapping?: Mapping;
}

/** A failure in sentences. */
export interface ToldFailure {
  readonly code: FailureCode;
  readonly message: string;
  readonly nextStep: string | null;
  readonly mapping?: Mapping;
}

/** The advice in these sentences; none where there are none. */
export function adviceOf(words: Words | undefined): Advice[] {
  if (words === undefined || words === '') return [];
  const options = optionsIn(words);
  return [options.length > 0 ? { act: 'change-options', options, words } : { act: 'do', words }];
}

/** The sentences of a failure, its options called as the reader knows them. Default: as programs call them. */
export function toldOf(
  { code, place, problem, advice, mapping }: FailureParts,
  wording: Wording = programWording,
): ToldFailure {
  const sentences = worded(sentencesOf(advice), wording);
  return {
    code,
    message: worded(messageOf({ place, problem }), wording),
    nextStep: sentences === '' ? null : sentences,
    ...(mapping && { mapping }),
  };
}

/** In one line: what is wrong, and what to do about it. */
export function lineOf({ message, nextStep }: Pick<ToldFailure, 'message' | 'nextStep'>): string {
  return [`${message}.`.replace(/\.+$/, '.'), nextStep ?? ''].join(' ').trim();
}

/** Place and problem: `--fix: there are several input files`. */
export function messageOf({ place, problem }: Pick<FailureParts, 'place' | 'problem'>): Words {
  return joined([placed(place), problem]);
}

/** All of the advice. */
export function sentencesOf(advice: readonly Advice[]): Words {
  return joined(advice.flatMap((one, at) => [at === 0 ? '' : ' ', wordsOf(one)]));
}

function wordsOf(advice: Advice): Words {
  if ('words' in advice) return advice.words;
  const { act, notBefore } = advice;
  const sentence = act === 'run-again' ? continues : startsOver;
  return notBefore === undefined ? sentence : say`${sentence} Not before ${notBefore}.`;
}

const continues = 'Run the same command again to continue.';
const startsOver = say`With ${option('full')} the same command starts over. Without it, only new and changed records are sent.`;

/** `--fix: `, `products.csv, line 7, column "Price": ` */
function placed({ option: named, file, line, cell, column }: Place = {}): Words {
  const parts = [
    file,
    cell ?? (line === undefined ? undefined : `line ${String(line)}`),
    column === undefined ? undefined : `column "${column}"`,
  ];
  const place = parts.filter((part) => part !== undefined).join(', ');
  return say`${named && say`${named}: `}${place === '' ? '' : `${place}: `}`;
}
