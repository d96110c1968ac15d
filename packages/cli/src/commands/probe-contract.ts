import { exitCodes, probeContract } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { connectionOf, type GlobalFlags } from '../options/global-options.ts';
import type { FlagsOf, OptionTable } from '../options/option.ts';
import type { Segment } from '../terminal/printer.ts';

const options = {
  contract: {
    form: 'switch',
    description: 'check which assumptions about the API hold, instead',
    group: 'sent',
  },
  writeTest: {
    form: 'text',
    value: '<email>',
    description: 'with --contract: push a product and orders for this test address',
    group: 'sent',
  },
  yes: {
    form: 'switch',
    description: 'confirm the test address; required without a terminal',
    group: 'safety',
  },
} as const satisfies OptionTable;

export type ProbeFlags = FlagsOf<typeof options> & GlobalFlags;

type Findings = Awaited<ReturnType<typeof probeContract>>;

/** Prints a table of what is assumed and what is found. */
export const contractProbe = define({
  name: 'doctor',
  summary: 'Check which assumptions about the API hold.',
  options,
  read: (flags) => ({ ...connectionOf(flags), writeTest: flags.writeTest }),
  run: async (given, surroundings) => ({ findings: await probeContract(given, surroundings) }),
  show({ findings }, { context: { err }, data, verbosity }) {
    if (data === undefined) return;
    const width = Math.max(...findings.map(({ assumption }) => assumption.length));
    for (const { assumption, status, found } of findings) {
      data.beside([signs[status], ` ${assumption}`], found, width + 11);
    }
    if (!verbosity.quiet) {
      err.sentence(
        'Nothing personal is in it: please send it to the project where something differs.',
      );
    }
  },
  document({ findings }) {
    const status = differs(findings) ? 'partial' : 'completed';
    return { command: 'doctor', status, exitCode: exitCodeOf(findings), findings, stoppedBy: null };
  },
  exitCode: ({ findings }) => exitCodeOf(findings),
  examples: [],
  exitCodes: [],
});

function differs(findings: Findings): boolean {
  return findings.some(({ status }) => status === 'differs');
}

function exitCodeOf(findings: Findings) {
  return differs(findings) ? exitCodes.rejected : exitCodes.ok;
}

const signs: Readonly<Record<Findings[number]['status'], Segment>> = {
  holds: ['green', 'holds  '],
  differs: ['red', 'differs'],
  unknown: ['yellow', 'unknown'],
};
