/** An option in a sentence. A program calls it `maxRestocks: 100`, a command line `--max-restocks 100`. */
export interface OptionUse {
  readonly option: string;
  readonly value?: string;
}

/** A clause or sentences. In parts where options occur, because each reader knows them by other names. */
export type Words = string | readonly (string | OptionUse)[];

/** How a reader knows an option. */
export type Wording = (use: OptionUse) => string;

/** The option of this name, with the value to give it. */
export function option(name: string, value?: string): OptionUse {
  return value === undefined ? { option: name } : { option: name, value };
}

type Part = Words | OptionUse | undefined;

/** Tag of a template: text with options in it. What is undefined says nothing. */
export function say(texts: TemplateStringsArray, ...parts: readonly Part[]): Words {
  return joined(texts.flatMap((text, at) => [text, parts[at]]));
}

/** One text after the other. */
export function joined(texts: readonly Part[]): Words {
  const parts: (string | OptionUse)[] = [];
  for (const part of texts.flatMap(partsOf)) {
    const last = parts.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  const [first = '', ...others] = parts;
  return typeof first === 'string' && others.length === 0 ? first : parts;
}

/** The text as its reader knows the options. */
export function worded(words: Words, wording: Wording = programWording): string {
  return partsOf(words)
    .map((part) => (typeof part === 'string' ? part : wording(part)))
    .join('');
}

/** The options in a text. */
export function optionsIn(words: Words): OptionUse[] {
  return partsOf(words).filter((part) => typeof part !== 'string');
}

function partsOf(part: Part): readonly (string | OptionUse)[] {
  if (part === undefined) return [];
  if (typeof part === 'string' || 'option' in part) return [part];
  return part;
}

/** What a program calls otherwise than a command line. */
const members: Readonly<Record<string, string>> = {
  allowPrivateAddresses: 'remote.allowPrivateAddresses',
  baseCurrency: 'rates.base',
  inputTimeout: 'remote.timeout',
  maxInputBytes: 'remote.maxBytes',
  untilTime: 'deadline',
  yes: 'decide',
};

/** As programs know them: `maxRestocks: 100`. */
export const programWording: Wording = ({ option: name, value }) => {
  const member = members[name] ?? name;
  return value === undefined ? member : `${member}: ${value}`;
};
