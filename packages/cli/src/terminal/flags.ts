import { worded, type Wording, type Words } from 'sequenzy-contract';
import {
  lineOf,
  sentencesOf,
  toldOf,
  type Advice,
  type FailureParts,
  type ToldFailure,
} from 'sequenzy-jobs/report/advice.ts';

/** What may be given several times is called by one of them. */
const irregular: Readonly<Record<string, string>> = { ignoreColumns: 'ignoreColumn' };

/** Options as a command line calls them: `maxRestocks` is `--max-restocks`. */
export const flagWording: Wording = ({ option, value }) => {
  const name = irregular[option] ?? option;
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return value === undefined ? flag : `${flag} ${value}`;
};

/** What settles a mapping, with what stands behind it in a help text: `--currency <code>`. */
export function placeholderOf(option: string): string {
  const value = values[option];
  return value === undefined ? flagWording({ option }) : flagWording({ option, value });
}

const values: Readonly<Record<string, string>> = {
  currency: '<code>',
  dateFormat: '<order>',
  decimal: '<sign>',
  timezone: '<iana>',
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
  return lineOf(toldInFlags(failure));
}

/** A document with its failure in sentences. */
export function withTold<Document extends { readonly stoppedBy: FailureParts | null }>(
  document: Document,
): Omit<Document, 'stoppedBy'> & { readonly stoppedBy: ToldFailure | null } {
  const { stoppedBy } = document;
  return { ...document, stoppedBy: stoppedBy && toldInFlags(stoppedBy) };
}
