import { shownFile, shownWord } from 'sequenzy-sources/address';
import { Secrets } from 'sequenzy-contract';
import { exitCodes, type ExitCode } from 'sequenzy-jobs/report/exit-codes.ts';
import { lineOf } from 'sequenzy-jobs/report/advice.ts';
import { failureOf } from './failure.ts';
import type { Failure } from 'sequenzy-jobs/report/failure.ts';
import type { Command } from '../command/definition.ts';
import type { Io } from '../terminal/io.ts';
import { proxySecrets } from 'sequenzy-jobs/connect/proxy-variables.ts';
import { emptyDocument } from '../documents/empty-documents.ts';
import type { Status } from 'sequenzy-jobs/report/summary.ts';
import { liveSources } from 'sequenzy-sources/live';
import { UnconfirmedMapping } from 'sequenzy-jobs/input/unconfirmed-mapping.ts';
import { Printer } from '../terminal/printer.ts';
import { stoppedAtOnce, UserError } from 'sequenzy-jobs/report/user-error.ts';

/**
 * The whole program: the words behind `sequenzy-cli`, and the outside it may touch.
 * Never throws: what goes wrong is told, and stands in the exit code.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  if (argv[0] === '__complete') return answerCompletion(argv.slice(1), io);
  const secrets = new Secrets();
  hideSecrets(argv, io.env, secrets);
  const out = new Printer(io.stdout, secrets, io.env);
  const err = new Printer(io.stderr, secrets, io.env);
  let exitCode: ExitCode = exitCodes.ok;
  let files: readonly string[] = [];
  const begin = (named: readonly string[]): void => {
    files = named.map(shownFile);
  };
  const end = (code: ExitCode): void => {
    exitCode = code;
  };
  let named: Named = { commands: [], name: () => '' };
  let known: readonly Command[] = [];
  try {
    const { buildProgram, commands } = await import('../commands/program.ts');
    known = commands;
    const program = buildProgram({ io, secrets, out, err, argv: argv.map(shownWord), begin, end });
    named = program;
    refuseKeyArgument(argv, secrets);
    await Promise.race([program.parseAsync(argv, { from: 'user' }), abandoned(io)]);
    return exitCode;
  } catch (error) {
    if (isHelpOrVersion(error)) return exitCodes.ok;
    const command = commandIn(argv, named);
    const { suggestedCommands } = await import('../commands/suggestion.ts');
    const meant = suggestedCommands(argv.map(shownWord), known);
    const failure = failureOf(error, { command, meant });
    if (io.abandonment.aborted && io.stderr.isTTY === true) err.line(); // a live bar may stand there
    if (error instanceof UnconfirmedMapping) await tellProposal(error, failure, argv, err);
    else tell(failure, err);
    if (asksForJson(argv)) out.json(documentOf(failure, command, files));
    // What was abandoned may still be at work until the process ends.
    out.mute();
    err.mute();
    return failure.exitCode;
  }
}

/** What the script of a shell asks at every Tab. Nobody wants an error there. */
async function answerCompletion(words: readonly string[], { env, stdout }: Io): Promise<ExitCode> {
  const { answerShell } = await import('../completion/answer.ts');
  const { known } = await import('../commands/program.ts');
  const answer = await answerShell(words, known, env).catch(() => ':nothing');
  stdout.write(`${answer}\n`);
  return exitCodes.ok;
}

/** @throws {UserError} as soon as nothing is to be waited for any more; never resolves. */
function abandoned({ abandonment }: Io): Promise<never> {
  return new Promise((_, reject) => {
    abandonment.addEventListener('abort', () => {
      reject(stoppedAtOnce());
    });
  });
}

/** Also keys that were typed as an argument by mistake. The sandbox's own is public, and printed on purpose. */
function hideSecrets(argv: readonly string[], env: Io['env'], secrets: Secrets): void {
  secrets.hideKeysIn(argv);
  for (const secret of proxySecrets(env)) secrets.hide(secret);
  if (argv.includes('sandbox')) return;
  for (const name of ['SEQUENZY_API_KEY', ...liveSecrets]) secrets.hide(env[name] ?? '');
}

const liveSecrets = liveSources.flatMap(({ secrets }) => secrets.map(({ variable }) => variable));
const liveNames = liveSources.map(({ name }) => name).join('|');
const keyOption = new RegExp(`^--(api-?key|(${liveNames})-(secret-)?key|key|token)(=|$)`, 'i');

/** Arguments are seen by everyone on the machine and kept in the shell's history. */
function refuseKeyArgument(argv: readonly string[], secrets: Secrets): void {
  const place = argv.findIndex((word) => keyOption.test(word));
  if (place === -1) return;
  const [, inline] = (argv[place] ?? '').split(/=(.*)/s);
  secrets.hide(inline ?? argv[place + 1] ?? '');
  throw new UserError(
    'key-as-argument',
    'The key is never taken from an argument: others on this machine could see it',
    'Set SEQUENZY_API_KEY, or name a file that holds the key with --api-key-file.',
  );
}

function isHelpOrVersion(error: unknown): boolean {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return code === 'commander.helpDisplayed' || code === 'commander.version';
}

function tell({ message, nextStep, stack }: Failure, err: Printer): void {
  if (stack === null) {
    const [first = '', ...more] = lineOf({ message, nextStep }).split('\n');
    err.beside([['red', 'error']], first);
    for (const line of more) err.line(line);
    return;
  }
  err.text(stack);
  err.beside([['red', 'error']], nextStep ?? message);
}

/** How the file would be read, what is in the way, and the mapping, to be saved. */
async function tellProposal(
  { proposal }: UnconfirmedMapping,
  failure: Failure,
  argv: readonly string[],
  err: Printer,
): Promise<void> {
  const { LabelledLines } = await import('../terminal/labelled.ts');
  const { mappingText, showProposal } = await import('../terminal/proposal-view.ts');
  const { placeholderOf } = await import('../terminal/flags.ts');
  const { retypeCommand } = await import('../command/retype-command.ts');
  showProposal(proposal, new LabelledLines(err), 'this is how it would be read');
  const { problems } = proposal;
  const missing = new Set(
    problems.flatMap(({ option }) => (option === undefined ? [] : placeholderOf(option))),
  );
  tell({ ...failure, nextStep: problems.length > 0 ? failure.nextStep : null }, err);
  if (problems.every(({ option }) => option !== undefined)) {
    const isGiven = argv.some((word, at) => word === '--map' && argv[at + 1] === 'auto');
    const command = retypeCommand([...argv.map(shownWord), ...(isGiven ? [] : ['--map', 'auto'])]);
    err.line(['To read it like this:', command, ...missing].join(' '));
  }
  err.sentence(
    'To read it otherwise, save this mapping in a file, change it, and add --map <file>:',
  );
  err.text(mappingText(proposal.mapping));
}

/** The line could not be read, or nothing came of it: the flag is looked for by hand. */
function asksForJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? undefined : end).includes('--json');
}

/** A command of the program, as far as its name and what is below it matter here. */
interface Named {
  readonly commands: readonly Named[];
  name(): string;
}

/** `catalog sync`, wherever the options stand; empty where there is none. */
function commandIn(argv: readonly string[], program: Named): string {
  const names: string[] = [];
  let at = program;
  for (const word of argv) {
    const next = at.commands.find((command) => command.name() === word);
    if (next === undefined) continue;
    names.push(word);
    at = next;
  }
  return names.join(' ');
}

function documentOf(
  { code, message, nextStep, exitCode, mapping }: Failure,
  command: string,
  files: readonly string[],
) {
  const stop = { code, message, nextStep, ...(mapping && { mapping }) };
  // Nothing was begun, so that there is nothing else to tell.
  if (code === 'usage') return { command, status: 'failed', exitCode, stoppedBy: stop };
  const early: readonly number[] = [exitCodes.stopped, exitCodes.interrupted];
  const status: Status = early.includes(exitCode) ? 'stopped' : 'failed';
  return {
    ...emptyDocument({ command, status, exitCode, stoppedBy: null }, files),
    stoppedBy: stop,
  };
}
