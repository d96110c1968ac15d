import { worded, type Wording, type Words } from 'sequenzy-contract';
import {
  sentencesOf,
  toldOf,
  type Advice,
  type FailureParts,
  type ToldFailure,
} from 'sequenzy-jobs/report/advice.ts';

/** Options as a command line calls them: `maxRestocks` is `--max-restocks`. */
export const flagWording: Wording = ({ option, value }) => {
  const flag = `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return value === undefined ? flag : `${flag} ${value}`;
};

/** A text with flags in it. */
export function inFlags(words: Words): string {
  return worded(words, flagWording);
}

/** What to do, with flags in it; `null` where there is nothing to do. */
export function sentencesInFlags(advice: readonly Advice[]): string | null {
  return advice.length === 0 ? null : inFlags(sentencesOf(advice));
}

/** A failure in sentences, with flags in them. */
export function toldInFlags(failure: FailureParts): ToldFailure {
  return toldOf(failure, flagWording);
}

/** `Interrupted. Run the same command again to continue.` */
export function stoppedLine(failure: FailureParts): string {
  const { message, nextStep } = toldInFlags(failure);
  return `${message}. ${nextStep ?? ''}`;
}

/** A document with its failure in sentences. */
export function withTold<Document extends { readonly stoppedBy: FailureParts | null }>(
  document: Document,
): Omit<Document, 'stoppedBy'> & { readonly stoppedBy: ToldFailure | null } {
  const { stoppedBy } = document;
  return { ...document, stoppedBy: stoppedBy && toldInFlags(stoppedBy) };
}
