import { retypeCommand } from '../command/retype-command.ts';
import type { Command } from '../command/definition.ts';

/** Finds commands by their last word, if only that was typed, with the rest of the line: `sync products.csv`. */
export function suggestedCommands(
  argv: readonly string[],
  commands: readonly Pick<Command, 'name' | 'argument'>[],
): readonly string[] {
  const at = argv.findIndex((word) => !word.startsWith('-'));
  const [typed = '', ...rest] = at === -1 ? [] : argv.slice(at);
  const meant = commands.filter(({ name }) => name.split(' ').at(-1) === typed);
  if (meant.length > 0) {
    return meant.map(({ name }) =>
      retypeCommand([...argv.slice(0, at), ...name.split(' '), ...rest]),
    );
  }
  const isFile = /\.(csv|tsv|json|ndjson|jsonl|xml|xlsx|ods)(\.gz)?$/i.test(typed);
  return isFile
    ? [retypeCommand(['catalog', 'sync', ...argv]), retypeCommand(['orders', 'backfill', ...argv])]
    : [];
}
