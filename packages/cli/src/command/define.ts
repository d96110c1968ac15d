import type { JobEvent } from 'sequenzy-jobs/job/events.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { exitCodes, type ExitCode } from 'sequenzy-jobs/report/exit-codes.ts';
import type { ConnectionOptions, Sandbox } from 'sequenzy-jobs/connect/connection.ts';
import type { FailureParts } from 'sequenzy-jobs/report/advice.ts';
import type { Documents } from '../documents/documents.ts';
import { shownSandbox } from '../sandbox/shown-sandbox.ts';
import { withState } from '../sandbox/state.ts';
import type { GlobalFlags } from '../options/global-options.ts';
import type { FlagsOf, OptionTable } from '../options/option.ts';
import { keepReport, mostReported } from '../html/keep-report.ts';
import { RunListener } from '../html/run-listener.ts';
import type { Context } from './context.ts';
import type { Command, Definition, RehearsalWish, Rehearsed, Shown } from './definition.ts';
import { retypeCommand } from './retype-command.ts';
import { answersOf, surroundingsOf, verbosityOf } from './surroundings.ts';

/** Makes a command of its parts: flags -> options -> job -> what is shown, the document, and the exit code. */
export function define<
  const Name extends keyof Documents,
  Options extends OptionTable,
  Given extends object,
  Report extends object,
>(definition: Definition<Name, Options, Given, Report>): Command {
  const { name, summary, argument, details, examples, exitCodes: codes } = definition;
  return {
    ...{ name, summary, examples, exitCodes: codes },
    ...(argument && { argument }),
    ...(details && { details }),
    options: { ...definition.options, ...definition.more },
    perform: async (context, flags, words) => {
      // Commander has read them by the table of this command.
      const own = flags as FlagsOf<Options> & GlobalFlags;
      const given = await definition.read(own, words, context);
      const shown = await shownSandbox(context, flags);
      try {
        await perform(definition, inSandbox(given, shown?.target), { context, flags });
        await shown?.untilLeft();
      } finally {
        await shown?.close();
      }
    },
    ...(definition.sends === true && {
      rehearse: (context: Context, flags: GlobalFlags, wish: RehearsalWish) =>
        rehearsed(definition, { context, flags: { ...flags, yes: true } }, wish),
    }),
  };
}

/** Nobody is asked: nothing is sent for good. */
async function rehearsed<
  Name extends keyof Documents,
  Options extends OptionTable,
  Given extends object,
  Report extends object,
>(
  definition: Definition<Name, Options, Given, Report>,
  { context, flags }: Typed,
  { words, target, stateDir, clock }: RehearsalWish,
): Promise<Rehearsed> {
  // As above.
  const own = { ...flags, stateDir } as unknown as FlagsOf<Options> & GlobalFlags;
  const read = inSandbox(await definition.read(own, words, context), target);
  const given = { ...read, stateDir };
  if (sendsNothing(given)) {
    throw new UserError(
      'usage',
      'a rehearsal shows what would be sent, and --dry-run or --out sends nothing',
      'Leave it out.',
    );
  }
  const typed = { context, flags: { ...flags, stateDir } };
  const { report, heard, shown } = await done(definition, given, typed, clock);
  return {
    result: report,
    heard,
    lines: shown.lines,
    exitCode: definition.exitCode?.(report) ?? exitCodeOf(report),
    async document() {
      return documentOf(definition, report, given);
    },
    async show() {
      await definition.show?.(report, shown, given);
    },
  };
}

function sendsNothing(given: object): boolean {
  const { dryRun, out } = given as { readonly dryRun?: unknown; readonly out?: unknown }; // looked at here
  return dryRun === true || out !== undefined;
}

/** What the job sends to is the sandbox that is looked into. */
function inSandbox<Given extends object>(given: Given, target: Sandbox | undefined): Given {
  if (target === undefined || !('connection' in given)) return given;
  return { ...given, connection: { ...(given.connection as ConnectionOptions), sandbox: target } }; // as every job has it
}

interface Typed {
  readonly context: Context;
  readonly flags: GlobalFlags & { readonly yes?: true };
}

async function perform<
  Name extends keyof Documents,
  Options extends OptionTable,
  Given extends object,
  Report extends object,
>(
  definition: Definition<Name, Options, Given, Report>,
  given: Given,
  { context, flags }: Typed,
): Promise<void> {
  const { report, heard, shown } = await done(definition, given, { context, flags });
  if (definition.reports !== true) {
    await keepReport(report, heard, { context, flags, command: definition.name });
  }
  await definition.show?.(report, shown, given);
  if (flags.json === true) context.out.json(await documentOf(definition, report, given));
  context.end(definition.exitCode?.(report) ?? exitCodeOf(report));
}

/** Does the job and shows what happens, but not yet what came of it. */
async function done<
  Name extends keyof Documents,
  Options extends OptionTable,
  Given extends object,
  Report extends object,
>(
  definition: Definition<Name, Options, Given, Report>,
  given: Given,
  { context, flags }: Typed,
  clock = context.io.clock,
) {
  const { io } = context;
  const files = definition.files?.(given) ?? [];
  context.begin(files);
  const shown = await shownOf(definition, files, { context, flags });
  const onEvent = await (definition.screen?.(shown, given) ?? plainScreen(shown));
  const isDry = 'dryRun' in given && given.dryRun === true;
  if (!isDry) saySandbox(definition, { context, flags }, shown);
  const { decideOn } = await import('../terminal/decide.ts');
  const decide = decideOn(io, shown.lines, answersOf(flags, files));
  const heard = new RunListener(clock);
  const hear = (event: JobEvent): void => {
    heard.hear(event);
    onEvent(event);
  };
  const surroundings = { ...surroundingsOf(context, hear, decide), clock, machineClock: io.clock };
  const listed = isListing(given) && flags.report !== undefined ? { mostListed: mostReported } : {};
  const report =
    definition.remembers === true
      ? await withState(flags, (stateDir) =>
          definition.run({ ...given, ...listed, stateDir }, surroundings, shown),
        )
      : await definition.run({ ...given, ...listed }, surroundings, shown);
  return { report, heard, shown };
}

async function documentOf<
  Name extends keyof Documents,
  Options extends OptionTable,
  Given extends object,
  Report extends object,
>(
  definition: Definition<Name, Options, Given, Report>,
  report: Report,
  given: Given,
): Promise<object> {
  const { withTold } = await import('../terminal/flags.ts');
  const document = definition.document(report, given);
  return isStoppable(document) ? withTold(document) : document;
}

/** Whether the job keeps the first rejects for whoever shows them. */
function isListing(given: object): boolean {
  return 'mostListed' in given && given.mostListed !== Infinity;
}

async function shownOf(
  { isData = false }: { readonly isData?: boolean },
  files: readonly string[],
  { context, flags }: Typed,
): Promise<Shown> {
  const { LabelledLines } = await import('../terminal/labelled.ts');
  const { io, out, err, argv } = context;
  const { json = false, quiet = false } = flags;
  return {
    context,
    data: json ? undefined : out,
    isTerminal: io.stdout.isTTY === true,
    verbosity: verbosityOf(flags),
    lines: new LabelledLines(isData && !json && !quiet ? out : err),
    again: retypeCommand(argv, files),
  };
}

async function plainScreen({ context, verbosity }: Shown) {
  const screen = await import('../terminal/plain-screen.ts');
  return screen.plainScreen(context.io, context.err, verbosity);
}

/** A sandbox of the command's own has nothing in it, and keeps nothing. */
function saySandbox(
  { sandbox }: { readonly sandbox?: 'target' | 'empty' },
  { context, flags }: Typed,
  { lines }: Shown,
): void {
  if (flags.sandbox !== true || flags.quiet === true) return;
  if (sandbox === 'empty') context.err.sentence('This is a private sandbox, and it is empty.');
  if (sandbox === 'target') {
    lines.line('sandbox', 'everything goes to a private sandbox in this process');
  }
}

/** Whether there is a failure in it that is still in parts. */
function isStoppable(document: object): document is { readonly stoppedBy: FailureParts } {
  const stoppedBy: unknown = Reflect.get(document, 'stoppedBy');
  return typeof stoppedBy === 'object' && stoppedBy !== null && 'problem' in stoppedBy;
}

/** That of the report, or of its summary. */
function exitCodeOf(report: object): ExitCode {
  const told: unknown = 'summary' in report ? report.summary : report;
  const code: unknown =
    typeof told === 'object' && told !== null ? Reflect.get(told, 'exitCode') : 0;
  return Object.values(exitCodes).find((one) => one === code) ?? exitCodes.ok;
}
