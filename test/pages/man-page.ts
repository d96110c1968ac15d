import { optionGroups } from '../../packages/cli/src/command/option-groups.ts';
import { usageOf } from '../../packages/cli/src/command/help.ts';
import { known } from '../../packages/cli/src/commands/program.ts';
import { globalOptions } from '../../packages/cli/src/options/global-options.ts';
import type { OptionTable } from '../../packages/cli/src/options/option.ts';

type Command = (typeof known.commands)[number];

/** The manual page of the command line, in roff. */
export function manPage(): string {
  return [
    '.TH SEQUENZY\\-CLI 1 "" "sequenzy\\-cli" "User Commands"',
    '.SH NAME',
    'sequenzy\\-cli \\- feeds Sequenzy from the exports of a shop',
    '.SH SYNOPSIS',
    '.B sequenzy\\-cli',
    '<command> [options]',
    '.SH DESCRIPTION',
    'Sends products, orders and events of a shop to Sequenzy, from files, databases and platforms.',
    'Independent of the vendor.',
    '.SH OPTIONS OF EVERY COMMAND',
    ...options(globalOptions),
    '.SH COMMANDS',
    ...known.commands.flatMap(described),
    ...known.topics.flatMap(({ name, entries, text }) => [
      `.SH ${headings.get(name) ?? name.toUpperCase()}`,
      ...entries.flatMap(([label, meaning]) => ['.TP', `.B ${escaped(label)}`, escaped(meaning)]),
      ...text.flatMap((one) => ['.PP', escaped(one)]),
    ]),
    '',
  ].join('\n');
}

/** As manual pages call them. */
const headings = new Map([['exit-codes', 'EXIT STATUS']]);

function described(command: Command): string[] {
  const { name, summary, argument, details = [], examples, exitCodes } = command;
  return [
    `.SS ${escaped(name)}`,
    escaped(summary),
    '.PP',
    `.B ${escaped(usageOf(command))}`,
    ...(argument === undefined
      ? []
      : ['.TP', `.I ${escaped(argument.name)}`, escaped(argument.description)]),
    ...options(command.options),
    ...details.flatMap((one) => ['.PP', escaped(one)]),
    '.PP',
    `Exit codes: ${escaped(exitCodes.join(', '))}.`,
    '.PP',
    'Examples:',
    '.PP',
    '.nf',
    ...examples.map((one) => `sequenzy\\-cli ${escaped(one)}`),
    '.fi',
  ];
}

function options(table: OptionTable): string[] {
  return optionGroups(table).flatMap(({ rows }) =>
    rows.flatMap((row) => [
      '.TP',
      `.B ${escaped(row.typed)}`,
      escaped(row.default === undefined ? row.meaning : `${row.meaning} (default: ${row.default})`),
    ]),
  );
}

/** Nothing in it means anything to roff. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/, '\\&$&');
}
