import { undoCatalog } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { isShown } from '../command/file-job.ts';
import { connectionOf } from '../options/global-options.ts';
import { maxRestocks, sending } from '../options/run-options.ts';

export const catalogUndo = define({
  name: 'catalog undo',
  summary: 'Undo what a catalog sync changed. Asks first.',
  argument: {
    name: 'run',
    description: 'run id or its first characters (default: the newest)',
    isOptional: true,
    values: 'runs',
  },
  options: {
    dryRun: sending.dryRun,
    maxRestocks,
    yes: sending.yes,
    rate: sending.rate,
    concurrency: sending.concurrency,
    showChanges: {
      form: 'switch',
      description: 'show what changes in each product, field by field',
      group: 'output',
    },
  },
  sandbox: 'empty',
  remembers: true,
  read: (flags, [run]) => ({
    run,
    dryRun: flags.dryRun,
    maxRestocks: flags.maxRestocks,
    concurrency: flags.concurrency,
    showChanges: flags.showChanges,
    mostListed: flags.json === true ? Infinity : 20,
    connection: connectionOf(flags, flags.rate),
    stateDir: flags.stateDir,
  }),
  async screen({ context, lines, verbosity }, { showChanges }) {
    const { SyncScreen } = await import('../terminal/sync-screen.ts');
    const screen = new SyncScreen(context.io, lines, verbosity);
    return (event) => {
      screen.onEvent(event);
      if (event.type !== 'planned' || event.kind !== 'undo' || showChanges !== true) return;
      screen.onEvent({ type: 'changes', changes: event.plan.changes });
    };
  },
  run: undoCatalog,
  async show(summary, shown, { dryRun }) {
    if (!isShown({ summary }, shown)) return;
    const { printUndoReport } = await import('../terminal/undo-report.ts');
    const mode = dryRun === true ? 'dry-run' : 'sync';
    printUndoReport(summary, shown.lines, { mode, again: shown.again });
  },
  document: (summary) => summary,
  details: [
    'Fields get the values they had before the run, products that it created are deleted, and those that it deleted are created again. Stock comes back only where nothing else has changed it since. What is left as it is, is told. E-mail that was sent stays sent, and files that were attached to a deleted product are lost.',
    'A product that comes back in stock, or is created again in stock, can send e-mail to those who wait for it: the plan counts them, and --max-restocks 0 undoes only what sends none. Stopped or killed, the same command continues.',
    'What a sync has changed is kept for 30 days or ten runs. The next sync of the same file does it again.',
  ],
  examples: [
    'catalog undo --dry-run --show-changes',
    'catalog undo --max-restocks 0',
    'catalog undo 20261128-031700 --yes --json',
  ],
  exitCodes: [
    '0 everything is as it was, but for what is told',
    '2 usage, or a plan that --max-restocks or you have refused (nothing sent)',
    '3 no such run, or some products are not as they were',
    '4 key or permission refused',
    '75 stopped early or another run is in progress (run it again)',
    '130 interrupted',
    '1 a bug',
  ],
});
