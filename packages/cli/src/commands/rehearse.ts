import { surroundingsOf, verbosityOf } from '../command/surroundings.ts';
import type { Context } from '../command/context.ts';
import type { Command } from '../command/definition.ts';
import { connectionOf } from '../options/global-options.ts';
import { rehearsalOptions, type RehearsalFlags } from '../options/rehearsal-options.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';

/** It is known by itself so that there is help; each command that can be rehearsed has one of {@link rehearsalOf}. */
export const rehearse: Command = {
  name: 'rehearse',
  summary: 'Show what a command that sends would do: how long, what it fires, what is rejected.',
  argument: {
    name: 'command',
    description: 'a command that sends, with its files and options',
    isList: true,
  },
  options: rehearsalOptions,
  perform: (_, __, [first = '']) => {
    throw new UserError(
      'usage',
      `${first} is not a command that can be rehearsed`,
      'Rehearse catalog sync, catalog stock, catalog delete, orders backfill, orders push, checkouts track or back-in-stock register.',
    );
  },
  details: [
    'The very same job runs against a company in memory with the real rate limits, on a clock that jumps over every wait: 16 hours take a minute or two. Nothing is sent, asked or remembered, and no rejects file is written unless --rejects names one. Questions of yes or no are answered with yes.',
    '--start api reads the products and sequences of the company with its key, and takes what was sent before as sent; nothing is changed there. Subscribers and waiting lists cannot be listed: who is waiting for a product is only known to a sandbox that is kept in a file, see sandbox --state.',
    '--faults names a JSON list of rules: {"on": {"method": "POST", "path": "/orders"}, "after": 100, "times": 3, "do": {"kind": "server-error", "status": 503}}.',
    'A live source is read from where it is, at its own pace.',
  ],
  examples: [
    'rehearse orders backfill orders.csv --totals computed',
    'rehearse orders backfill orders.csv --totals computed --ltv-first --report rehearsal.html',
    'rehearse catalog sync products.csv --state waiting.ndjson',
    'rehearse catalog sync products.csv --start api --prune',
    'rehearse orders backfill orders.csv --totals none --faults outage.json --json',
  ],
  exitCodes: [
    '0 the run would go well',
    '2 usage, unreadable input, or a plan that would be refused',
    '3 some records would be rejected',
    '4 the key would be refused, or was with --start api',
    '75 the run would stop early, or the API could not be read with --start api',
    '130 interrupted',
    '1 a bug',
  ],
};

/** A command as it is rehearsed. */
export function rehearsalOf(command: Command): Command {
  const { name, options, summary } = command;
  return {
    ...command,
    name: `rehearse ${name}`,
    summary: `Rehearse: ${summary}`,
    options: { ...rehearsalOptions, ...options },
    perform: (context, flags, words) => perform(command, context, flags, words),
  };
}

async function perform(
  command: Command,
  context: Context,
  flags: RehearsalFlags,
  words: readonly string[],
): Promise<void> {
  const { io, secrets, err, out } = context;
  refuseForeign(flags);
  const { FastClock } = await import('../rehearsal/fast-clock.ts');
  const { readBeginning } = await import('../rehearsal/beginning.ts');
  const { RehearsedCompany } = await import('../rehearsal/rehearsed-company.ts');
  const { Before } = await import('../rehearsal/findings.ts');
  const { plainScreen } = await import('../terminal/plain-screen.ts');
  const { RehearsalLines } = await import('../terminal/rehearsal-lines.ts');
  const { withState } = await import('../sandbox/state.ts');
  const screen = plainScreen(io, err, verbosityOf(flags));
  const beginning = await readBeginning({
    ...{ flags, io, secrets },
    connection: connectionOf(flags),
    surroundings: surroundingsOf(context, screen),
    warn: (sentence) => {
      screen({ type: 'warning', sentence });
    },
  });
  const clock = new FastClock(io.clock.now());
  const startedAt = io.clock.monotonic();
  await withState({ sandbox: true }, async (stateDir = '') => {
    const place = { clock, folder: stateDir };
    const company = await RehearsedCompany.open(flags.company, beginning, place);
    const before = new Before(company.sandbox, beginning.from, clock.now());
    const { target } = company;
    const lines = new RehearsalLines(err, flags.quiet === true);
    lines.begins(command.name, before.start);
    const done = await command.rehearse?.(context, flags, { words, target, stateDir, clock });
    if (done === undefined) return;
    const rehearsal = {
      ...before.findings(company.sandbox),
      durationMs: clock.monotonic(),
      rehearsedMs: Math.round(io.clock.monotonic() - startedAt),
    };
    if (flags.report !== undefined) {
      const { writeReport } = await import('../html/keep-report.ts');
      const wish = { command: `rehearse ${command.name}`, flags, context };
      await writeReport(flags.report, done.result, done.heard, { ...wish, rehearsal });
    }
    await done.show();
    lines.ends(rehearsal);
    if (flags.json === true) {
      const { command: name, status, exitCode, ...run } = (await done.document()) as JobDocument;
      const head = { command: 'rehearse', rehearsed: name, status, exitCode };
      out.json({ ...head, rehearsal, run });
    }
    context.end(done.exitCode);
  });
}

/** What documents of all commands have. */
interface JobDocument {
  readonly command: string;
  readonly status: string;
  readonly exitCode: number;
}

function refuseForeign({ sandbox, open }: RehearsalFlags): void {
  if (open !== undefined) {
    throw new UserError(
      'usage',
      '--open looks into a sandbox, and a rehearsal keeps none',
      'Leave out rehearse, and add --sandbox --open.',
    );
  }
  if (sandbox === undefined) return;
  throw new UserError(
    'usage',
    '--sandbox and rehearse exclude each other: a rehearsal has a sandbox of its own',
    'Leave out --sandbox.',
  );
}
