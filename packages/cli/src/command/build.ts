import { Argument, type Command as Parser, Option } from 'commander';
import { currency } from '../options/currency-code.ts';
import type { GlobalFlags } from '../options/global-options.ts';
import { typed, type OptionDeclaration, type OptionTable } from '../options/option.ts';
import { collected, seconds, webAddress, wholeNumber } from '../options/option-values.ts';
import type { Context } from './context.ts';
import type { Command } from './definition.ts';

/** Commands of one subject, which has a command of its own where it is one: `runs`. */
export interface Subject {
  readonly name: string;
  readonly summary: string;
}

/** Adds commands to the program, below their subjects. */
export function addCommands(
  program: Parser,
  {
    subjects,
    commands,
  }: { readonly subjects: readonly Subject[]; readonly commands: readonly Command[] },
  context: Context,
): void {
  for (const command of commands) addCommand(program, command, context);
  for (const { name, summary } of subjects) parserAt(program, name.split(' ')).description(summary);
}

function addCommand(program: Parser, command: Command, context: Context): void {
  const parser = parserAt(program, command.name.split(' ')).description(command.summary);
  if (command.argument !== undefined) {
    const { name, description, isOptional, isList } = command.argument;
    const shown = `${name}${isList === true ? '...' : ''}`;
    parser.addArgument(
      new Argument(isOptional === true ? `[${shown}]` : `<${shown}>`, description),
    );
  }
  addOptions(parser, command.options);
  parser.action(async (...given: unknown[]) => {
    const words = [given[0] ?? []].flat().filter((word) => typeof word === 'string');
    const hasWords = command.argument !== undefined;
    await command.perform(context, parser.optsWithGlobals<GlobalFlags>(), hasWords ? words : []);
  });
}

/** The parser of a command, made where it is not there yet. */
function parserAt(program: Parser, path: readonly string[]): Parser {
  return path.reduce(
    (parent, name) => parent.commands.find((one) => one.name() === name) ?? parent.command(name),
    program,
  );
}

/** The options of a table, read as it says. */
export function addOptions(parser: Parser, table: OptionTable): void {
  for (const [name, declaration] of Object.entries(table)) {
    parser.addOption(optionOf(name, declaration));
  }
}

function optionOf(name: string, declaration: OptionDeclaration): Option {
  const { form, initial, conflicts, isHidden } = declaration;
  const option = new Option(typed(name, declaration), declaration.description);
  // Flags that have names of their own are still known by the name of the option.
  option.attributeName = () => name;
  if (isList(form)) option.choices(form);
  else if (typeof form === 'function') option.argParser(parsed(form));
  else if (form === 'texts') option.argParser(collected);
  else if (form === 'currency') option.argParser(parsed(currency));
  else if (form === 'address') option.argParser(parsed(webAddress));
  else if (form === 'seconds') option.argParser(parsed(seconds));
  else if (form === 'bytes') option.argParser(parsed(wholeNumber(1)));
  if (initial !== undefined) option.default(initial);
  if (conflicts !== undefined) option.conflicts([...conflicts]);
  return isHidden === true ? option.hideHelp() : option;
}

function isList(form: OptionDeclaration['form']): form is readonly string[] {
  return Array.isArray(form);
}

/** The value before, of an option that is given twice, is none of the parser's. */
function parsed(parse: (text: string) => unknown): (text: string) => unknown {
  return (text) => parse(text);
}
