import type { LiveChoice } from 'sequenzy-jobs/input/live/connect-live.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { liveSources, type LiveKind, type LiveSource } from 'sequenzy-sources/live';
import { inFlags } from '../terminal/flags.ts';
import type { OptionDeclaration } from './option.ts';

/** What a kind of record can be read from in place of files. */
function sourcesOf(kind: LiveKind): readonly LiveSource[] {
  const isOf = (one: { readonly kinds?: readonly LiveKind[] }): boolean =>
    one.kinds?.includes(kind) ?? true;
  return liveSources
    .filter(isOf)
    .map((source) => ({ ...source, options: source.options.filter(isOf) }));
}

/** How those are named that can be read in place of files: `--from <name>`. */
export function fromLive(kind: LiveKind): string {
  return `--from ${sourcesOf(kind)
    .map(({ name }) => name)
    .join(', ')}`;
}

/** As people call them. */
export function liveLabels(kind: LiveKind): string {
  const labels = sourcesOf(kind).map(({ label }) => label);
  return labels.join(' or ');
}

/** What each of them is read with. */
export function liveHelp(kind: LiveKind): readonly string[] {
  return sourcesOf(kind).map(({ name, label, noun, secrets, address }) => {
    const variables = [...secrets, ...(address === undefined ? [] : [address])].map(
      ({ variable }) => variable,
    );
    return `--from ${name} without a file reads ${label}'s ${noun}, with ${variables.join(' and ')}.`;
  });
}

/** One command for each of them. */
export function liveExamples(kind: LiveKind, command: string, options = ''): readonly string[] {
  return sourcesOf(kind).map(({ name, options: own }) => {
    const needed = own.filter(({ isNeeded }) => isNeeded === true);
    const given = needed.map((one) => `--${one.name} ${one.example ?? one.value}`);
    return [`${command} --from ${name}`, ...given, options].join(' ').trimEnd();
  });
}

const rare = { group: 'input', isRare: true } as const;

/** The options that they declare; one that several declare is one. */
export function liveOptions(kind: LiveKind): Readonly<Record<string, OptionDeclaration>> {
  const declared = sourcesOf(kind).flatMap(({ secrets, options }) => [
    ...secrets.map(({ fileOption, noun, variable }): [string, OptionDeclaration] => [
      camelCase(fileOption),
      {
        ...{ ...rare, flag: fileOption, form: 'text', value: '<path>' },
        description: `file that holds ${noun}`,
        default: `$${variable}`,
      },
    ]),
    ...options.map(({ name, value, description, form }): [string, OptionDeclaration] => [
      camelCase(name),
      {
        ...{ ...rare, flag: name, form: form === 'texts' ? 'texts' : 'text', value },
        description: inFlags(description),
      },
    ]),
  ]);
  return Object.fromEntries(declared);
}

/**
 * Tells which API or database is meant, with what its options were given; undefined where files are named.
 *
 * @throws {UserError} when there is neither, or an option is given that does not belong there.
 */
export function liveOf(
  kind: LiveKind,
  files: readonly string[],
  flags: { readonly from?: string },
): LiveChoice | undefined {
  const sources = sourcesOf(kind);
  const source = files.length === 0 ? sources.find(({ name }) => name === flags.from) : undefined;
  if (files.length === 0 && source === undefined) {
    throw new UserError('usage', "missing required argument 'file'", nameFile(kind));
  }
  const own = new Set(source === undefined ? [] : Object.keys(givenTo(source, flags)));
  for (const other of sources) {
    const option = Object.keys(givenTo(other, flags)).find((name) => !own.has(name));
    if (option === undefined) continue;
    const instead = source === undefined ? 'files' : `--from ${source.name}`;
    throw new UserError('usage', `--${option} cannot be used with ${instead}`, seeHelp);
  }
  return source && { source, given: neededGiven(source, givenTo(source, flags)) };
}

/** @throws {UserError} when an option is missing without which nothing can be read. */
function neededGiven(
  { name, options }: LiveSource,
  given: LiveChoice['given'],
): LiveChoice['given'] {
  const missing = options.find((one) => one.isNeeded === true && given[one.name] === undefined);
  if (missing === undefined) return given;
  throw new UserError('usage', `--from ${name} needs --${missing.name}`, missing.nextStep);
}

function givenTo({ secrets, options }: LiveSource, flags: object): LiveChoice['given'] {
  const names = [
    ...secrets.map(({ fileOption }) => fileOption),
    ...options.map(({ name }) => name),
  ];
  const given = names.flatMap((name): [string, string | readonly string[]][] => {
    const value: unknown = Reflect.get(flags, camelCase(name));
    if (typeof value === 'string') return [[name, value]];
    return Array.isArray(value) ? [[name, value.map(String)]] : [];
  });
  return Object.fromEntries(given);
}

/** What commander calls the flag of an option. */
export function camelCase(option: string): string {
  return option.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function nameFile(kind: LiveKind): string {
  return `Name a file, - for standard input, or read ${liveLabels(kind)} with ${fromLive(kind)}.`;
}

const seeHelp = 'See sequenzy-cli catalog sync --help.';
