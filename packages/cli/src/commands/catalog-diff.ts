import type { Command } from 'commander';
import { withState } from '../sandbox/state.ts';
import { retypeCommand } from './retype-command.ts';
import type { Context } from './context.ts';
import { addFeedOption, addReadingOptions, syncOptionsOf, type FileFlags } from './file-options.ts';
import { fromLive, liveExamples, liveLabels } from './live-options.ts';
import { rate, wholeNumber } from './option-values.ts';
import { answersOf, surroundingsOf, verbosityOf } from './surroundings.ts';

interface DiffFlags extends FileFlags {
  readonly repair?: true;
}

export function addCatalogDiff(catalog: Command, context: Context): void {
  const command = catalog
    .command('diff')
    .description(
      `Compare a product file, or ${liveLabels('products')}, with what Sequenzy holds, field by field.`,
    );
  addFeedOption(addReadingOptions(command))
    .option('--rate <n|off>', 'requests a minute (default: 100)', rate)
    .option('--repair', 'send what is new or different')
    .option(
      '--max-restocks <n>',
      'stop when --repair would bring more products and variants than this back in stock',
      wholeNumber(0),
    )
    .addHelpText('after', help)
    .action(async (files: string[]) => {
      await run(context, command.optsWithGlobals<DiffFlags>(), files);
    });
}

async function run(context: Context, flags: DiffFlags, files: readonly string[]): Promise<void> {
  const options = { ...syncOptionsOf(files, flags, 'sync'), repair: flags.repair === true };
  context.begin(files);
  const { diffCatalog } = await import('sequenzy-jobs/catalog/diff/diff-catalog.ts');
  const { stoppedLine, withTold } = await import('../terminal/flags.ts');
  const { decideOn } = await import('../terminal/decide.ts');
  const { diffLine, printDiff, repairLine } = await import('../terminal/diff-view.ts');
  const { LabelledLines } = await import('../terminal/labelled.ts');
  const { rejectLines } = await import('../terminal/sync-lines.ts');
  const { SyncScreen } = await import('../terminal/sync-screen.ts');
  const { io, err, out, end, argv } = context;
  const lines = new LabelledLines(err);
  const verbosity = verbosityOf(flags);
  const { onEvent } = new SyncScreen(io, lines, verbosity);
  const decide = decideOn(io, lines, answersOf(flags, files));
  const report = await withState(flags, (stateDir) =>
    diffCatalog({ ...options, stateDir }, surroundingsOf(context, onEvent, decide)),
  );
  if (flags.json === true)
    out.json(withTold({ ...report, repair: report.repair && withTold(report.repair) }));
  else printDiff(report, out, io.stdout.isTTY === true);
  if (!verbosity.quiet) {
    for (const text of report.rejects.flatMap(rejectLines)) lines.line(['red', 'rejected'], text);
    lines.line('compared', diffLine(report));
    if (report.repair !== null) lines.line('repaired', repairLine(report.repair));
  }
  if (report.stoppedBy !== null) {
    lines.line(['red', 'stopped'], stoppedLine(report.stoppedBy));
    if (report.status === 'stopped') lines.line('continue', retypeCommand(argv, files));
  }
  end(report.exitCode);
}

const help = `
Reads everything that was pushed through the API, 100 products a request. Fields the source does not have are not
compared: a sync keeps them. On a terminal a table; elsewhere one line a difference, its fields separated by tabs:
productId, status (new, different, missing), field, value in the source, value stored. --repair sends what is new or
different; what is missing in the source stays. Products new to Sequenzy then belong to the feed that --feed names, the
others stay where they belong. The source is a file, or ${liveLabels('products')} with
${fromLive('products')}.

Examples:
  $ sequenzy-cli catalog diff products.csv
  $ sequenzy-cli catalog diff products.csv --repair --json
${liveExamples('products', 'catalog diff')}

Exit codes: 0 the same, or repaired, 2 usage or unreadable input, 3 something differs, or is rejected,
4 key or permission refused, 75 stopped early (run it again), 130 interrupted, 1 a bug.`;
