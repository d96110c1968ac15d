import type { Subject } from '../command/build.ts';
import type { Argument, Command } from '../command/definition.ts';
import { globalOptions } from '../options/global-options.ts';
import { typed as typedAs, type OptionDeclaration, type OptionTable } from '../options/option.ts';
import { valuesOf, type Candidate, type Named, type Values } from '../options/values.ts';

/** What there is to complete. */
export interface Known {
  readonly subjects: readonly Subject[];
  readonly commands: readonly Command[];
  readonly topics: readonly Subject[];
}

/** What can stand where the cursor is. */
export interface Completion {
  readonly candidates: readonly Candidate[];
  /** What else there is. */
  readonly others: Named;
  /** Of what kind formats are: `orders`, as the command. */
  readonly subject?: string;
  /** `--map=`, where the value belongs to the same word. */
  readonly prefix: string;
  /** What was said before of where to look: `--state-dir` for past runs, `--config` for feeds. */
  readonly places: Places;
}

/** By the flag. */
type Places = Readonly<Partial<Record<'--state-dir' | '--config', string>>>;

const nothing = { candidates: [], others: 'nothing', prefix: '', places: {} } as const;

/** @param words All behind `sequenzy-cli`, up to the cursor; the last one is begun, or empty. */
export function complete(words: readonly string[], known: Known): Completion {
  const line = readLine(words.slice(0, -1), known);
  const begun = words.at(-1) ?? '';
  const { pending, places, path } = line;
  const state = { places, ...(path[0] !== undefined && { subject: path[0] }) };
  if (pending !== undefined) return { ...nothing, ...state, ...inPlace(pending) };
  const [flag = '', part] = begun.split(/=(.*)/s);
  if (begun.startsWith('-') && part !== undefined && !line.isEnded) {
    const option = line.options.find((one) => one.flag === flag);
    const values = option && valuesOf(option.name, option.declaration);
    if (values === undefined) return nothing;
    return { ...nothing, ...state, ...inPlace(values), prefix: `${flag}=` };
  }
  if (begun.startsWith('-') && !line.isEnded) return { ...nothing, candidates: flagsOf(line) };
  return { ...nothing, ...state, ...inArgument(line, known) };
}

interface Option {
  readonly name: string;
  readonly flag: string;
  readonly declaration: OptionDeclaration;
}

interface Line {
  /** Of the command, as far as it is typed. */
  readonly path: readonly string[];
  /** Words behind the command. */
  readonly given: number;
  readonly options: readonly Option[];
  readonly flags: readonly string[];
  /** What the option before the cursor waits for. */
  readonly pending?: Values;
  /** Whether `--` was typed: no options behind it. */
  readonly isEnded: boolean;
  readonly places: Places;
}

function readLine(words: readonly string[], known: Known): Line {
  const begin = { path: [], given: 0, flags: [], isEnded: false, places: {} };
  let line: Line = { ...begin, options: optionsAt([], known) };
  for (const [at, word] of words.entries()) {
    const { pending, ...before } = line;
    if (pending !== undefined) {
      // Bash takes --map=file apart at the sign.
      if (word === '=') continue;
      const flag = words[at - 1] === '=' ? words[at - 2] : words[at - 1];
      line = { ...before, places: withPlace(line.places, flag, word) };
    } else if (!line.isEnded && word === '--') line = { ...line, isEnded: true };
    else if (!line.isEnded && word.startsWith('-')) line = withFlag(line, word);
    else line = withWord(line, word, known);
  }
  return line;
}

function withFlag(line: Line, word: string): Line {
  const [flag = '', value] = word.split(/=(.*)/s);
  const option = line.options.find((one) => one.flag === flag);
  const flags = [...line.flags, flag];
  if (value !== undefined) return { ...line, flags, places: withPlace(line.places, flag, value) };
  const pending = option && valuesOf(option.name, option.declaration);
  return pending === undefined ? { ...line, flags } : { ...line, flags, pending };
}

function withPlace(places: Places, flag: string | undefined, value: string): Places {
  return flag === '--state-dir' || flag === '--config' ? { ...places, [flag]: value } : places;
}

function withWord(line: Line, word: string, known: Known): Line {
  const path = [...line.path, word];
  const isHelp = path[0] === 'help';
  const name = path.slice(isHelp ? 1 : 0).join(' ');
  const isKnown = [...known.commands, { name: '' }].some(
    (one) => one.name === name || one.name.startsWith(`${name} `),
  );
  if (line.given > 0 || !isKnown) return { ...line, given: line.given + 1 };
  return { ...line, path, options: optionsAt(path, known) };
}

function optionsAt(path: readonly string[], { commands }: Known): readonly Option[] {
  const own = commands.find(({ name }) => name === path.join(' '))?.options;
  const table: OptionTable = { ...own, ...globalOptions };
  return Object.entries(table)
    .filter(([, { isHidden }]) => isHidden !== true)
    .map(([name, declaration]) => ({
      name,
      declaration,
      flag: typedAs(name, declaration).split(' ')[0] ?? '',
    }));
}

/** Options that can still be given: what is not repeated is given once. */
function flagsOf({ options, flags }: Line): readonly Candidate[] {
  const left = options.filter(
    ({ flag, declaration }) => declaration.form === 'texts' || !flags.includes(flag),
  );
  return [
    ...left.map(({ flag, declaration }) => ({ word: flag, meaning: declaration.description })),
    { word: '--help', meaning: 'what most people need' },
    { word: '--help-all', meaning: 'also what few need' },
  ];
}

function inPlace(values: Values): Pick<Completion, 'candidates' | 'others'> {
  return typeof values === 'object'
    ? { candidates: values.words, others: values.others ?? 'nothing' }
    : { candidates: [], others: values };
}

function inArgument(line: Line, known: Known): Pick<Completion, 'candidates' | 'others'> {
  const [first, ...others] = line.path;
  if (first === 'help') {
    const topics = others.length === 0 ? known.topics.map(candidateOf) : [];
    return { candidates: [...below(others, known), ...topics], others: 'nothing' };
  }
  const names = line.given === 0 ? below(line.path, known) : [];
  const help =
    line.path.length === 0 ? [{ word: 'help', meaning: 'help for a command or a topic' }] : [];
  const command = known.commands.find(({ name }) => name === line.path.join(' '));
  const argument = inPlace(argumentValues(command?.argument, line.given));
  return { ...argument, candidates: [...names, ...help, ...argument.candidates] };
}

function argumentValues(argument: Argument | undefined, given: number): Values {
  if (argument === undefined || (given > 0 && argument.isList !== true)) return 'nothing';
  return argument.values ?? (argument.name === 'file' ? 'files' : 'nothing');
}

/** The words that can follow those of a command. */
function below(path: readonly string[], { commands, subjects }: Known): readonly Candidate[] {
  const start = path.map((word) => `${word} `).join('');
  const found = new Map<string, Candidate>();
  for (const { name } of commands) {
    const [word = ''] = name.startsWith(start) ? name.slice(start.length).split(' ') : [];
    const named = [...subjects, ...commands].find((one) => one.name === start + word);
    if (word !== '') found.set(word, { word, ...(named && { meaning: named.summary }) });
  }
  return [...found.values()];
}

function candidateOf({ name, summary }: Subject): Candidate {
  return { word: name, meaning: summary };
}
