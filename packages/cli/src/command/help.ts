import { globalOptions } from '../options/global-options.ts';
import { wrap } from '../terminal/cells.ts';
import type { Subject } from './build.ts';
import type { Command, Explained } from './definition.ts';
import { optionGroups, type OptionGroup, type OptionRow } from './option-groups.ts';

export interface HelpWish {
  /** Columns of the terminal; undefined where it is none. */
  readonly width: number | undefined;
  /** Whether rare options and details are shown. */
  readonly isWhole?: boolean;
}

const usualWidth = 80;
/** Longer lines are hard to read. */
const widest = 100;
/** Options with longer flags begin their sentence on the next line. */
const longestFlag = 26;
const fewExamples = 3;

/** How a command is used. */
export function commandHelp(
  command: Explained,
  below: readonly Command[],
  { width: columns, isWhole = false }: HelpWish,
): string {
  const width = helpWidth(columns);
  const { name, summary, argument, examples, details = [] } = command;
  const shown = isWhole ? examples : examples.slice(0, fewExamples);
  const options = optionGroups({ ...command.options, ...globalOptions });
  const isMore =
    options.some(({ rows }) => rows.some(({ isRare }) => isRare)) || details.length > 0;
  return laidOut([
    wrap(`Usage: ${usageOf(command)}`, width),
    wrap(summary, width),
    ...(argument === undefined
      ? []
      : [row(argument.name, describeArgument(argument, isWhole), width)]),
    ...(isWhole ? details.map((one) => wrap(one, width)) : []),
    ...(below.length === 0 ? [] : [['Commands:', ...rowsOf(below, width)]]),
    optionLines(options, isWhole, width),
    ['Examples:', ...shown.map((example) => `  $ sequenzy-cli ${example}`)],
    exitCodesOf(command, isWhole, width),
    isWhole || !isMore ? [] : [`More: sequenzy-cli ${name} --help-all`],
  ]);
}

/** Which commands there are about a subject. */
export function subjectHelp(
  { name, summary }: Subject,
  below: readonly Command[],
  { width: columns }: HelpWish,
): string {
  const width = helpWidth(columns);
  return laidOut([
    [`Usage: sequenzy-cli ${name} <command> [options]`],
    wrap(summary, width),
    ['Commands:', ...rowsOf(below, width)],
    [`More: sequenzy-cli help ${name} <command>`],
  ]);
}

/** What the program can do. */
export function programHelp(
  {
    subjects,
    commands,
    topics,
  }: {
    readonly subjects: readonly Subject[];
    readonly commands: readonly Command[];
    readonly topics: readonly Subject[];
  },
  { width: columns, isWhole = false }: HelpWish,
): string {
  const width = helpWidth(columns);
  const ofNone = commands.filter(({ name }) => !name.includes(' '));
  const all = isWhole ? commands : [...subjects, ...ofNone];
  return laidOut([
    ['Usage: sequenzy-cli <command> [options]'],
    wrap('Feeds Sequenzy from the exports of a shop. Independent of the vendor.', width),
    ['Commands:', ...rowsOf(all, width)],
    optionLines(optionGroups(globalOptions), isWhole, width),
    ['Topics (sequenzy-cli help <topic>):', ...rowsOf(topics, width)],
    ['Examples:', ...examples.map((example) => `  $ ${example}`)],
    wrap('The key comes from SEQUENZY_API_KEY or --api-key-file, never from an argument.', width),
  ]);
}

const examples = [
  'sequenzy-cli catalog check products.csv',
  'sequenzy-cli --sandbox catalog sync products.csv',
  'SEQUENZY_API_KEY=… sequenzy-cli catalog sync products.csv',
];

export function helpWidth(columns: number | undefined): number {
  return Math.min(columns ?? usualWidth, widest);
}

/** Parts with an empty line between them. */
export function laidOut(parts: readonly (readonly string[])[]): string {
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

/** Its sentence up to where details begin. */
function describeArgument(
  { description, short }: NonNullable<Explained['argument']>,
  isWhole: boolean,
): string {
  return isWhole ? description : (short ?? description);
}

/** `sequenzy-cli catalog sync [file...] [options]` */
export function usageOf({ name, argument }: Pick<Explained, 'name' | 'argument'>): string {
  const start = `sequenzy-cli ${name}`;
  if (argument === undefined) return `${start} [options]`;
  const shown = `${argument.name}${argument.isList === true ? '...' : ''}`;
  return `${start} ${argument.isOptional === true ? `[${shown}]` : `<${shown}>`} [options]`;
}

export function rowsOf(
  named: readonly { readonly name: string; readonly summary: string }[],
  width: number,
): string[] {
  const label = Math.max(...named.map(({ name }) => name.length));
  return named.flatMap(({ name, summary }) => row(name, summary, width, label));
}

/** Options below the headings of their groups, the rare ones below one of their own. */
function optionLines(
  options: readonly OptionGroup[],
  isWhole: boolean,
  width: number,
): readonly string[] {
  const common = options.map(({ heading, rows }) => ({
    heading,
    rows: rows.filter(({ isRare }) => !isRare),
  }));
  const rare = options.flatMap(({ rows }) => rows.filter(({ isRare }) => isRare));
  const all = [...common, ...(isWhole ? [{ heading: 'Rare', rows: rare }] : [])];
  const longest = Math.max(0, ...all.flatMap(({ rows }) => rows.map((one) => one.typed.length)));
  const label = Math.min(longest, longestFlag);
  return all
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ heading, rows }) => [
      `${heading}:`,
      ...rows.flatMap((one) => row(one.typed, sentenceOf(one), width, label)),
    ]);
}

function sentenceOf({ meaning, default: usual }: OptionRow): string {
  return usual === undefined ? meaning : `${meaning} (default: ${usual})`;
}

/** A label and its sentence, which stays in its column. */
function row(label: string, text: string, width: number, room = label.length): string[] {
  const indent = room + 4;
  const [first = '', ...rest] = wrap(text, Math.max(20, width - indent));
  const space = ' '.repeat(indent);
  const more = rest.map((line) => space + line);
  return label.length > room
    ? [`  ${label}`, space + first, ...more]
    : [`  ${label.padEnd(room)}  ${first}`, ...more];
}

function exitCodesOf({ exitCodes }: Explained, isWhole: boolean, width: number): string[] {
  const codes = isWhole ? exitCodes : exitCodes.map(shortOf);
  return wrap(`Exit codes: ${codes.join(', ')}.`, width);
}

/** The first of several reasons, without what stands in brackets. */
function shortOf(code: string): string {
  return code.replace(/(, | \(| or another run).*$/, '');
}
