import type { Command } from 'commander';
import { reportDocument } from './report-document.ts';
import type { Context } from './context.ts';
import { doFileJob } from './file-job.ts';
import {
  addCatalogOptions,
  addFileOptions,
  addSendingOptions,
  syncOptionsOf,
  type FileFlags,
} from './file-options.ts';
import { liveExamples, liveHelp } from './live-options.ts';

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
  if (options.live !== undefined) {
    const { keepHeapSmall } = await import('./small-heap.ts');
    keepHeapSmall();
  }
  const { syncCatalog } = await import('sequenzy-jobs/catalog/sync/sync-catalog.ts');
  const { printSyncReport } = await import('../terminal/sync-report.ts');
  await doFileJob(context, flags, {
    files: options.files,
    sends: mode === 'sync',
    run: (surroundings, stateDir) => syncCatalog({ ...options, stateDir }, surroundings),
    show: (report, lines, again) => {
      printSyncReport(report, lines, { mode, again });
    },
    document: (report) => reportDocument(report, mode),
  });
}

const syncHelp = `
What was sent is remembered: run it again every night, or whenever it stopped, and only what is new or has changed
is sent. --full sends everything. --prune deletes what was sent before and is gone from the files. Where several sources
make up one catalog, each is a feed: sync each with a --feed of its own, and --prune concerns only what came from it.
Rejected records are written to <file>.rejects.csv, to be corrected and synced like the original.
Where the input does not state stock, the stock in Sequenzy is read and kept. --dry-run does without a key; with one it
reads too, and tells exactly what would come back in stock.
${liveHelp('products')}

Examples:
  $ sequenzy-cli catalog sync products.csv
  $ sequenzy-cli catalog sync products_export.csv --currency USD --store-url https://shop.example
  $ sequenzy-cli catalog sync products.csv --dry-run --max-restocks 100
  $ sequenzy-cli catalog sync products.csv --prune --max-delete 25 --yes
  $ sequenzy-cli catalog sync wholesale.csv --feed wholesale --prune --yes
  $ gunzip -c products.ndjson.gz | sequenzy-cli catalog sync - --json
${liveExamples('products', 'catalog sync', '--prune')}

Exit codes: 0 all accepted or unchanged, 2 usage, unreadable input, or a plan that --max-restocks, --max-delete or
you have refused (nothing sent), 3 some records rejected, 4 key or permission refused, 75 stopped early or another
run is in progress (run it again), 130 interrupted, 1 a bug.`;
