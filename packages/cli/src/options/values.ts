import type { OptionDeclaration } from './option.ts';

/** What can stand in a place of the command line. */
export type Values = { readonly words: readonly Candidate[]; readonly others?: Named } | Named;

/** What is looked up; the shell itself knows files and folders. */
export type Named = 'files' | 'folders' | 'formats' | 'runs' | 'feeds' | 'nothing';

/** A word that can be typed, and what it means. */
export interface Candidate {
  readonly word: string;
  readonly meaning?: string;
}

/** What can stand behind an option; undefined where it is a switch. */
export function valuesOf(name: string, { form, value }: OptionDeclaration): Values | undefined {
  if (form === 'switch' || form === 'off') return undefined;
  if (Array.isArray(form)) return { words: form.map((word: string) => ({ word })) };
  if (form === 'currency') return { words: currencies() };
  if (name === 'from') return 'formats';
  if (name === 'timezone') return { words: zones() };
  if (name === 'stateDir') return 'folders';
  if (name === 'config') return 'files';
  const words = (value ?? '').match(/\b(auto|off|all)\b/g) ?? [];
  return {
    words: words.map((word) => ({ word })),
    others: isPath(value ?? '') ? 'files' : 'nothing',
  };
}

/** `<path>`, `<file|auto>` and `<customers.csv>` stand for files. */
function isPath(value: string): boolean {
  return /\b(path|file|module)\b|\.\w+>$/.test(value);
}

function currencies(): readonly Candidate[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((word) => ({
    word,
    meaning: names.of(word) ?? '',
  }));
}

function zones(): readonly Candidate[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((word) => ({ word }));
}
