import { doctor as diagnose, exitCodes, UserError } from 'sequenzy-jobs';
import type { Status } from 'sequenzy-jobs/report/summary.ts';
import type { Command } from '../command/definition.ts';
import { define } from '../command/define.ts';
import { connectionOf } from '../options/global-options.ts';
import { contractProbe, type ProbeFlags } from './probe-contract.ts';
import { inFlags, sentencesInFlags } from '../terminal/flags.ts';
import type { Segment } from '../terminal/printer.ts';

type Diagnosis = Awaited<ReturnType<typeof diagnose>>;

const diagnosis = define({
  name: 'doctor',
  summary: 'Check key, proxy, company, permissions, reachability and clock, and say what to do.',
  options: {},
  screen: () => Promise.resolve(() => undefined),
  read: (flags) => ({ ...connectionOf(flags), stateDir: flags.stateDir }),
  run: (options, surroundings) => diagnose(options, surroundings),
  show({ checks }, { data, verbosity }) {
    for (const { name, status, message, nextStep } of toldIn(checks)) {
      if (verbosity.quiet && status === 'ok') continue;
      data?.beside([signs[status], ` ${name}`], message, 28);
      if (nextStep !== null) data?.beside([' '], nextStep, 28);
    }
  },
  document({ checks: found, exitCode }) {
    const checks = toldIn(found);
    const first = checks.find(({ status }) => status === 'failed');
    const stoppedBy = first && {
      code: first.name.replaceAll(' ', '-'),
      message: first.message,
      nextStep: first.nextStep,
    };
    return {
      command: 'doctor',
      status: statusOf(exitCode),
      exitCode,
      checks,
      stoppedBy: stoppedBy ?? null,
    };
  },
  details: [
    'Sends three GET requests, changes nothing. Lists the live automations that orders and restocks start. The report goes to standard output.',
    '--contract asks for schemas and a sample instead, and says which of the assumptions hold that the documentation leaves open; --write-test also pushes a product, which it deletes again, and two orders, which stay.',
  ],
  examples: ['doctor', 'doctor --company comp_123 --json', 'doctor --contract'],
  exitCodes: [
    '0 a sync can run',
    '3 an assumption does not hold',
    '2 no key or a setting that cannot be used',
    '4 key, company or permission refused',
    '75 not reachable (run it again)',
    '130 interrupted',
    '1 a bug',
  ],
});

/** Two jobs of one name: each is told which it is by `--contract`. */
export const doctor: Command = {
  ...diagnosis,
  options: contractProbe.options,
  async perform(context, flags, words) {
    const { contract, writeTest } = flags as ProbeFlags; // read by commander by the table above
    if (writeTest !== undefined && contract === undefined) {
      throw new UserError('usage', '--write-test needs --contract');
    }
    await (contract === true ? contractProbe : diagnosis).perform(context, flags, words);
  },
};

const signs: Readonly<Record<Diagnosis['checks'][number]['status'], Segment>> = {
  ok: ['green', '✔'],
  warning: ['yellow', '!'],
  failed: ['red', '✘'],
};

function toldIn(checks: Diagnosis['checks']) {
  return checks.map(({ name, status, message, advice }) => ({
    ...{ name, status, message: inFlags(message) },
    nextStep: sentencesInFlags(advice),
  }));
}

function statusOf(exitCode: number): Status {
  if (exitCode === exitCodes.ok) return 'completed';
  return exitCode === exitCodes.stopped ? 'stopped' : 'failed';
}
