import { applyCatalog } from 'sequenzy-jobs';
import { fetching } from 'sequenzy-jobs/input/reading-options.ts';
import { define } from '../command/define.ts';
import { fileScreen, isShown } from '../command/file-job.ts';
import { remoteChoices } from 'sequenzy-jobs/input/remote-choices.ts';
import { connectionOf } from '../options/global-options.ts';
import { mostListed } from '../options/input-argument.ts';
import { isolationBudget, sending, undo } from '../options/run-options.ts';
import { reportDocument } from '../documents/report-document.ts';

export const catalogApply = define({
  name: 'catalog apply',
  summary: 'Apply a plan that catalog sync --out wrote, if nothing has changed since.',
  argument: { name: 'plan', description: 'the file that --out wrote' },
  options: {
    ...fetching,
    rate: sending.rate,
    concurrency: sending.concurrency,
    isolationBudget,
    rejects: sending.rejects,
    yes: { ...sending.yes, description: 'replace a file that is not a rejects file' },
    undo,
  },
  remembers: true,
  read: (flags, [plan = '']) => ({
    plan,
    rejects: flags.rejects,
    concurrency: flags.concurrency,
    isolationBudget: flags.isolationBudget,
    undo: flags.undo,
    remote: remoteChoices(flags),
    mostListed: mostListed('sync', flags),
    connection: connectionOf(flags, flags.rate),
    stateDir: flags.stateDir,
  }),
  screen: (shown, { plan }) => fileScreen(shown, [plan]),
  run: applyCatalog,
  async show(report, shown) {
    const { printSyncReport } = await import('../terminal/sync-report.ts');
    const how = { mode: 'sync', again: shown.again } as const;
    if (isShown(report, shown)) printSyncReport(report, shown.lines, how);
  },
  document: (report) => reportDocument(report, 'sync'),
  details: [
    'The plan names the input and all options that decide what is sent. The input is read again, in the same folder. Where its records are others, where another run has sent or deleted something since, where the plan is for another company, or where more would come back in stock than it announces, nothing is sent, and the reason is told.',
    'What the plan deletes was agreed to by those who reviewed it: nobody is asked. A run that stopped early has changed what is remembered: continue with catalog sync and the same input, or make a new plan.',
  ],
  examples: ['catalog apply plan.json', 'catalog apply plan.json --json'],
  exitCodes: [
    '0 all accepted or unchanged',
    '2 usage, an unreadable input or plan, or something has changed since the plan was made (nothing sent)',
    '3 some records rejected',
    '4 key or permission refused',
    '75 stopped early or another run is in progress',
    '130 interrupted',
    '1 a bug',
  ],
});
