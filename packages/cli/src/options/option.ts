import type { ReadingForm } from 'sequenzy-jobs/input/reading-options.ts';

/** Where an option stands in the help, in this order. */
export const groups = {
  input: 'Input',
  sent: 'What is sent',
  safety: 'Safety',
  pace: 'Pace',
  output: 'Output',
} as const;

export type Group = keyof typeof groups;

/** What reads the text behind an option. */
type Parser = (text: string) => unknown;

/** One option of a command, as it is given, read and explained. */
export interface OptionDeclaration {
  /** Without hyphens. Default: its name in kebab case. */
  readonly flag?: string;
  /** `off` is a switch that is on until `--no-…` is given. */
  readonly form: ReadingForm | 'off' | Parser;
  /** What stands for its value in the help: `<code>`. */
  readonly value?: string;
  readonly description: string;
  /** What holds where it is not given, for people. */
  readonly default?: string;
  /** What it is where it is not given, for the program. */
  readonly initial?: number;
  readonly group: Group;
  /** Whether only `--help-all` shows it. */
  readonly isRare?: boolean;
  /** Whether no help shows it. */
  readonly isHidden?: true;
  /** Names of options that cannot be given beside it. */
  readonly conflicts?: readonly string[];
}

export type OptionTable = Readonly<Record<string, OptionDeclaration>>;

type ValueOf<One extends OptionDeclaration> = One['form'] extends 'switch'
  ? true
  : One['form'] extends 'off'
    ? boolean
    : One['form'] extends 'texts'
      ? readonly string[]
      : One['form'] extends 'bytes' | 'seconds'
        ? number
        : One['form'] extends readonly (infer Choice)[]
          ? Choice
          : One['form'] extends (text: string) => infer Value
            ? Value
            : string;

/** What was given, by the name of the option. */
export type FlagsOf<Table extends OptionTable> = {
  readonly [
    Name in keyof Table as Table[Name] extends { readonly initial: number } ? never : Name
  ]?: ValueOf<Table[Name]>;
} & {
  readonly [
    Name in keyof Table as Table[Name] extends { readonly initial: number } ? Name : never
  ]: number;
};

/** `maxRestocks` is `max-restocks` behind the hyphens. */
function flagOf(name: string, { flag }: Pick<OptionDeclaration, 'flag'>): string {
  return flag ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** As it is typed: `--max-restocks <n>`, `--no-mark`. */
export function typed(name: string, declaration: OptionDeclaration): string {
  const { form, value } = declaration;
  const flag = `--${form === 'off' ? 'no-' : ''}${flagOf(name, declaration)}`;
  return value === undefined ? flag : `${flag} ${value}`;
}
