import type { Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import type { Check } from 'sequenzy-jobs/account/check.ts';
import type { Segment } from '../terminal/printer.ts';
import type { Context } from './context.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';
import { surroundingsOf } from './surroundings.ts';

export function addDoctor(program: Command, context: Context): void {
  const command = program
    .command('doctor')
    .description(
      'Check key, proxy, company, permissions, reachability and clock, and say what to do.',
    )
    .addHelpText('after', help)
    .action(async () => {
      await diagnose(context, command.optsWithGlobals<GlobalFlags>());
    });
}

async function diagnose(context: Context, flags: GlobalFlags): Promise<void> {
  const { out, end } = context;
  const { doctor } = await import('sequenzy-jobs/account/doctor.ts');
  const around = surroundingsOf(context, () => undefined);
  const { checks: found, exitCode } = await doctor(
    { ...connectionOf(flags), stateDir: flags.stateDir },
    around,
  );
  const { inFlags, sentencesInFlags } = await import('../terminal/flags.ts');
  const checks = found.map(({ name, status, message, advice }) => ({
    ...{ name, status, message: inFlags(message) },
    nextStep: sentencesInFlags(advice),
  }));
  if (flags.json === true) {
    const status = statusOf(exitCode);
    const [first] = checks.filter((check) => check.status === 'failed');
    const stoppedBy =
      first === undefined
        ? null
        : {
            code: first.name.replaceAll(' ', '-'),
            message: first.message,
            nextStep: first.nextStep,
          };
    out.json({ command: 'doctor', status, exitCode, checks, stoppedBy });
  } else {
    for (const check of checks) {
      if (flags.quiet === true && check.status === 'ok') continue;
      out.line(signs[check.status], ` ${check.name.padEnd(25)} ${check.message}`);
      if (check.nextStep !== null) out.line(`  ${' '.repeat(25)} ${check.nextStep}`);
    }
  }
  end(exitCode);
}

const signs: Readonly<Record<Check['status'], Segment>> = {
  ok: ['green', '✔'],
  warning: ['yellow', '!'],
  failed: ['red', '✘'],
};

function statusOf(exitCode: number): string {
  if (exitCode === exitCodes.ok) return 'completed';
  return exitCode === exitCodes.stopped ? 'stopped' : 'failed';
}

const help = `
Sends three GET requests, changes nothing. Lists the live automations that orders and restocks start. The report goes to standard output.

Examples:
  $ sequenzy-cli doctor
  $ sequenzy-cli doctor --company comp_123 --json

Exit codes: 0 a sync can run, 2 no key or a setting that cannot be used, 4 key, company or permission refused,
75 not reachable (run it again), 130 interrupted, 1 a bug.`;
