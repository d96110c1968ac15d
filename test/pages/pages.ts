import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { usageOf } from '../../packages/cli/src/command/help.ts';
import { optionGroups } from '../../packages/cli/src/command/option-groups.ts';
import { commands } from '../../packages/cli/src/commands/program.ts';
import { globalOptions } from '../../packages/cli/src/options/global-options.ts';
import { manPage } from './man-page.ts';
import type { OptionTable } from '../../packages/cli/src/options/option.ts';

export const root = join(import.meta.dirname, '../..');

/** What the definitions of the commands say, in a page that people write. */
const begin = '<!-- from the command itself: npm run docs:options -->';
const end = '<!-- until here -->';

type Command = (typeof commands)[number];

/** A page as it is in the repository and as it should be. */
export interface Page {
  readonly path: string;
  readonly current: string;
  /** Not laid out yet. */
  readonly expected: string;
}

export const pages: readonly Page[] = [
  page('docs/cli.md', '# sequenzy-cli', {
    commands: commandList(),
    options: optionTables(globalOptions),
  }),
  ...commands.map((command) =>
    page(`docs/cli/${fileOf(command)}`, `# \`${command.name}\``, { command: described(command) }),
  ),
  {
    path: 'packages/cli/man/sequenzy-cli.1',
    current: currentOf('packages/cli/man/sequenzy-cli.1'),
    expected: manPage(),
  },
];

/** `catalog-sync.md` */
function fileOf({ name }: Command): string {
  return `${name.replaceAll(' ', '-')}.md`;
}

/** @param parts Text of each part that is generated; they stand in this order. */
function page(path: string, title: string, parts: Readonly<Record<string, string>>): Page {
  const current = currentOf(path);
  const blank = [title, ...Object.values(parts).map(() => `${begin}\n${end}`)].join('\n\n');
  return {
    path,
    current,
    expected: filled(current === '' ? blank : current, Object.values(parts), path),
  };
}

function currentOf(path: string): string {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
}

/** @throws where a marker was lost. */
function filled(text: string, parts: readonly string[], path: string): string {
  const [first = '', ...others] = text.split(begin);
  if (others.length !== parts.length) {
    throw new Error(`${path} needs the marker ${begin} ${String(parts.length)} times`);
  }
  const pieces = others.map((piece, at) => {
    const behind = piece.slice(piece.indexOf(end));
    return `${begin}\n\n${parts[at] ?? ''}\n\n${behind}`;
  });
  return [first, ...pieces].join('');
}

/** A list, not a table: a table is laid out anew as a whole when one command joins, and no two branches could merge it. */
function commandList(): string {
  return commands
    .map((one) => `- [\`${one.name}\`](cli/${fileOf(one)}): ${inMarkdown(one.summary)}`)
    .join('\n');
}

function described(command: Command): string {
  const { summary, argument, options, exitCodes } = command;
  const codes = exitCodes.map((sentence) => {
    const [, code = '', meaning = ''] = /^(\d+) (.*)$/.exec(sentence) ?? [];
    return [code, inMarkdown(meaning)];
  });
  return [
    inMarkdown(summary),
    `\`\`\`text\n${usageOf(command)}\n\`\`\``,
    ...(argument === undefined
      ? []
      : [`\`${argument.name}\`: ${inMarkdown(argument.description)}.`]),
    optionTables(options),
    'Also [the options of every command](../cli.md#options-of-every-command).',
    table(['exit code', 'meaning'], codes),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function optionTables(options: OptionTable): string {
  return optionGroups(options)
    .map(({ heading, rows }) =>
      table(
        [heading, 'meaning', 'default'],
        rows.map((row) => [
          `\`${row.typed.replaceAll('|', '\\|')}\``,
          inMarkdown(row.meaning),
          inMarkdown(row.default ?? ''),
        ]),
      ),
    )
    .join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Flags and variables as code; nothing else means anything to Markdown. */
function inMarkdown(text: string): string {
  return text
    .replace(/[|<*]/g, (sign) => `\\${sign}`)
    .replace(/(?<![\w-])--[a-z][\w-]*|\$[A-Z_]+/g, (word) => `\`${word}\``);
}
