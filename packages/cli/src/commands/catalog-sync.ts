import type { Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import { withState } from '../sandbox/state.ts';
import { retypeCommand } from './retype-command.ts';
import { reportDocument } from './report-document.ts';
import type { Context } from './context.ts';
import {
  addCatalogOptions,
  addFileOptions,
  addSendingOptions,
  syncOptionsOf,
  type FileFlags,
} from './file-options.ts';
import { liveExamples, liveHelp } from './live-options.ts';
import { answersOf, surroundingsOf, verbosityOf } from './surroundings.ts';

export function addCatalogSync(catalog: Command, context: Context): void {
  const command = catalog
    .command('sync')
    .description('Send a product file to Sequenzy: creates, updates, and with --prune deletes.');
  addCatalogOptions(addSendingOptions(addFileOptions(command)))
    .addHelpText('after', syncHelp)
    .action(async (files: string[]) => {
      await run(context, command.optsWithGlobals<FileFlags>(), files);
    });
}

/** Options -> run -> what is shown. */
async function run(context: Context, flags: FileFlags, named: readonly string[]): Promise<void> {
  const mode = flags.dryRun === true ? 'dry-run' : 'sync';
  const options = syncOptionsOf(named, flags, mode);
  context.begin(options.files);
  const { syncCatalog } = await import('sequenzy-jobs/catalog/sync/sync-catalog.ts');
  const { decideOn } = await import('../terminal/decide.ts');
  const { LabelledLines } = await import('../terminal/labelled.ts');
  const { filesLabel } = await import('../terminal/sync-lines.ts');
  const { SyncScreen } = await import('../terminal/sync-screen.ts');
  const { printSyncReport } = await import('../terminal/sync-report.ts');
  const { io, err, out, end, argv } = context;
  const lines = new LabelledLines(err);
  lines.fit(filesLabel(options.files));
  const verbosity = verbosityOf(flags);
  const { onEvent } = new SyncScreen(io, lines, verbosity);
  if (mode === 'sync' && flags.sandbox === true && !verbosity.quiet) {
    lines.line('sandbox', 'everything goes to a private sandbox in this process');
  }
  const decide = decideOn(io, lines, answersOf(flags, options.files));
  const report = await withState(flags, (stateDir) =>
    syncCatalog({ ...options, stateDir }, surroundingsOf(context, onEvent, decide)),
  );
  const { exitCode } = report.summary;
  if (!verbosity.quiet || exitCode !== exitCodes.ok) {
    printSyncReport(report, lines, { mode, again: retypeCommand(argv, options.files) });
  }
  if (flags.json === true) out.json(reportDocument(report, mode));
  end(exitCode);
}

const syncHelp = `
What was sent is remembered: run it again every night, or whenever it stopped, and only what is new or has changed
is sent. --full sends everything. --prune deletes what was sent before and is gone from the files. Where several sources
make up one catalog, each is a feed: sync each with a --feed of its own, and --prune concerns only what came from it.
Rejected records are written to <file>.rejects.csv, to be corrected and synced like the original.
Where the input does not state stock, the stock in Sequenzy is read and kept. --dry-run does without a key; with one it
reads too, and tells exactly what would come back in stock.
${liveHelp}

Examples:
  $ sequenzy-cli catalog sync products.csv
  $ sequenzy-cli catalog sync products_export.csv --currency USD --store-url https://shop.example
  $ sequenzy-cli catalog sync products.csv --dry-run --max-restocks 100
  $ sequenzy-cli catalog sync products.csv --prune --max-delete 25 --yes
  $ sequenzy-cli catalog sync wholesale.csv --feed wholesale --prune --yes
  $ gunzip -c products.ndjson.gz | sequenzy-cli catalog sync - --json
${liveExamples('catalog sync', '--prune')}

Exit codes: 0 all accepted or unchanged, 2 usage, unreadable input, or a plan that --max-restocks, --max-delete or
you have refused (nothing sent), 3 some records rejected, 4 key or permission refused, 75 stopped early or another
run is in progress (run it again), 130 interrupted, 1 a bug.`;
