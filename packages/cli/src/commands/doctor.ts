import { doctor as diagnose, exitCodes } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { connectionOf } from '../options/global-options.ts';
import { inFlags, sentencesInFlags } from '../terminal/flags.ts';
import type { Segment } from '../terminal/printer.ts';

type Diagnosis = Awaited<ReturnType<typeof diagnose>>;

export const doctor = define({
  name: 'doctor',
  summary: 'Check key, proxy, company, permissions, reachability and clock, and say what to do.',
  options: {},
  screen: () => Promise.resolve(() => undefined),
  read: (flags) => ({ ...connectionOf(flags), stateDir: flags.stateDir }),
  run: (options, surroundings) => diagnose(options, surroundings),
  show({ checks }, { data, verbosity }) {
    for (const { name, status, message, nextStep } of toldIn(checks)) {
      if (verbosity.quiet && status === 'ok') continue;
      data?.line(signs[status], ` ${name.padEnd(25)} ${message}`);
      if (nextStep !== null) data?.line(`  ${' '.repeat(25)} ${nextStep}`);
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
  ],
  examples: ['doctor', 'doctor --company comp_123 --json'],
  exitCodes: [
    '0 a sync can run',
    '2 no key or a setting that cannot be used',
    '4 key, company or permission refused',
    '75 not reachable (run it again)',
    '130 interrupted',
    '1 a bug',
  ],
});

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

function statusOf(exitCode: number): string {
  if (exitCode === exitCodes.ok) return 'completed';
  return exitCode === exitCodes.stopped ? 'stopped' : 'failed';
}
