import type { Command } from 'commander';
import { liveSources, type LiveSource } from 'sequenzy-sources/live';
import type { LiveChoice } from 'sequenzy-jobs/input/live/connect-live.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';

/** How the APIs are named that can be read in place of files: `--from <name>`. */
export const fromLive = liveSources.map(({ name }) => `--from ${name}`).join(' or ');

/** As people call them. */
export const liveLabels = liveSources.map(({ label }) => label).join(' or ');

/** What each of them is read with. */
export const liveHelp = liveSources
  .map(({ name, label, secrets, address }) => {
    const variables = [...secrets.map(({ variable }) => variable), address.variable];
    return `--from ${name} without a file reads ${label}'s API, with ${variables.join(' and ')}.`;
  })
  .join('\n');

/** One line for each of them. */
export function liveExamples(command: string, options = ''): string {
  const lines = liveSources.map(({ name }) =>
    `  $ sequenzy-cli ${command} --from ${name} ${options}`.trimEnd(),
  );
  return lines.join('\n');
}

/** Adds the options that they declare. */
export function addLiveOptions(command: Command): Command {
  for (const { secrets, options } of liveSources) {
    for (const { fileOption, noun, variable } of secrets) {
      command.option(`--${fileOption} <path>`, `file that holds ${noun} (default: $${variable})`);
    }
    for (const { name, value, description } of options) {
      command.option(`--${name} ${value}`, description);
    }
  }
  return command;
}

/**
 * Tells which API is meant, with what its options were given; undefined where files are named.
 *
 * @throws {UserError} when there is neither, or an option is given that does not belong there.
 */
export function liveOf(
  files: readonly string[],
  flags: { readonly from?: string },
): LiveChoice | undefined {
  const source =
    files.length === 0 ? liveSources.find(({ name }) => name === flags.from) : undefined;
  if (files.length === 0 && source === undefined) {
    throw new UserError('usage', "missing required argument 'file'", nameFile);
  }
  for (const other of liveSources) {
    const [option] = Object.keys(givenTo(other, flags));
    if (option === undefined || other === source) continue;
    const instead = source === undefined ? 'files' : `--from ${source.name}`;
    throw new UserError('usage', `--${option} cannot be used with ${instead}`, seeHelp);
  }
  return source && { source, given: givenTo(source, flags) };
}

function givenTo({ secrets, options }: LiveSource, flags: object): Record<string, string> {
  const names = [
    ...secrets.map(({ fileOption }) => fileOption),
    ...options.map(({ name }) => name),
  ];
  const given = names.flatMap((name): [string, string][] => {
    const value: unknown = Reflect.get(flags, camelCase(name));
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return Object.fromEntries(given);
}

/** What commander calls the flag of an option. */
export function camelCase(option: string): string {
  return option.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

const nameFile = `Name a file, - for standard input, or read the API of ${liveLabels} with ${fromLive}.`;
const seeHelp = 'See sequenzy-cli catalog sync --help.';
