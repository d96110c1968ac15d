import { eraseCustomer } from 'sequenzy-jobs';
import type { EraseReport } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { emailOf } from '../options/email-argument.ts';
import { connectionOf } from '../options/global-options.ts';
import type { OptionTable } from '../options/option.ts';
import { besideOptions } from '../options/relay-options.ts';
import type { Shown } from '../command/definition.ts';

const options = {
  emailFile: {
    form: 'text',
    value: '<path>',
    description: 'file that holds the address and nothing else',
    group: 'input',
  },
  file: {
    form: 'texts',
    value: '<path>',
    description:
      'also erase from this file: moved rejects or reports, a saved sandbox; may be repeated',
    group: 'input',
  },
  ...besideOptions,
  dryRun: { form: 'switch', description: 'only show where something is stored', group: 'safety' },
} as const satisfies OptionTable;

export const privacyErase = define({
  name: 'privacy erase',
  summary: 'Erase one customer from everything that is stored here.',
  argument: {
    name: 'email',
    description: 'address of the customer; - reads it from standard input',
    isOptional: true,
  },
  options,
  sandbox: 'empty',
  remembers: true,
  async read(flags, [word], context) {
    const { relay, redisUrlFile, stateDir, file, dryRun, emailFile } = flags;
    const { customerStores } = await import('../relay/customer-stores.ts');
    return {
      email: await emailOf({ word, file: emailFile }, context),
      dryRun,
      connection: connectionOf(flags),
      files: file,
      stores: flags.sandbox ? [] : customerStores({ relay, redisUrlFile, stateDir }, context),
      stateDir,
    };
  },
  run: eraseCustomer,
  show(report, shown) {
    if (shown.data !== undefined && !shown.verbosity.quiet) showPlaces(report, shown);
    if (report.left.length === 0) return;
    const { err } = shown.context;
    const problem = `The address is still in ${report.left.join(', ')}. Delete these files, or have them looked at.`;
    err.beside([['red', 'error']], problem);
  },
  document: (report) => ({ command: 'privacy erase', ...report }),
  details: [
    'Erases from the ledgers of orders, the queue and the dead letters of a relay, what live sources have read, records of runs, and the rejects and reports that runs have written. A salted hash stays behind: orders backfill and relay send nothing of that person any more, and count it as erased. Nothing is sent, and Sequenzy keeps what it has: delete the subscriber there.',
    'No backfill and no embedded relay may run meanwhile. Arguments are seen by others on this machine and kept in the shell’s history: pass the address on standard input, with --email-file, or when asked.',
  ],
  examples: [
    'privacy erase',
    'privacy erase - --dry-run',
    'privacy erase --email-file address.txt --json',
  ],
  exitCodes: [
    '0 erased, or nothing was stored',
    '2 usage, or not an address (nothing is erased)',
    '3 files of the state folder still have the address',
    '75 a run or a relay is using it: run the same command again',
    '1 a bug',
  ],
});

function showPlaces({ status, erased, unowned, companies }: EraseReport, { context }: Shown): void {
  const { err } = context;
  const isDry = status === 'planned';
  for (const { kind, place, count } of erased) err.sentence(`${String(count)} ${kind}: ${place}`);
  if (erased.length === 0) err.sentence('Nothing is stored of this person.');
  if (unowned > 0) {
    err.sentence(
      `${String(unowned)} orders are known by their id alone: whose they are is not known.`,
    );
  }
  if (isDry) err.sentence('Nothing was erased: this was a dry run.');
  else if (companies.length > 0) {
    err.sentence(
      `A salted hash stays behind, so that no order of this person is sent any more (${companies.join(', ')}).`,
    );
  }
}
