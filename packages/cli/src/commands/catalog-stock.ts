import type { Command } from 'commander';
import type { StockOptions } from 'sequenzy-jobs/catalog/stock/update-stock.ts';
import type { Context } from './context.ts';
import { doFileJob } from './file-job.ts';
import { addRemoteOptions, remoteOf } from './remote-options.ts';
import {
  addSendingOptions,
  inputs,
  mostListed,
  sheetOption,
  type FileFlags,
} from './file-options.ts';
import { connectionOf } from './global-options.ts';
import { rate } from './option-values.ts';
import { reportDocument } from './report-document.ts';

export function addCatalogStock(catalog: Command, context: Context): void {
  const command = addRemoteOptions(catalog.command('stock'))
    .description('Change only stock, from a file with two or three columns.')
    .argument('<file...>', inputs)
    .option(...sheetOption)
    .option('--map <mapping.json>', 'JSON object of column names and field names')
    .option('--rate <n|off>', 'requests a minute (default: 100)', rate)
    .option('--rejects <file>', 'where rejected rows go')
    .option('--yes', 'answer every question with yes');
  addSendingOptions(command)
    .addHelpText('after', help)
    .action(async (files: string[]) => {
      await run(context, command.optsWithGlobals<FileFlags>(), files);
    });
}

async function run(context: Context, flags: FileFlags, files: readonly string[]): Promise<void> {
  const options = optionsOf(flags, files);
  context.begin(files);
  const { updateStock } = await import('sequenzy-jobs/catalog/stock/update-stock.ts');
  const { printSyncReport } = await import('../terminal/sync-report.ts');
  const mode = modeOf(flags);
  await doFileJob(context, flags, {
    files,
    run: (surroundings, stateDir) => updateStock({ ...options, stateDir }, surroundings),
    show: (report, lines, again) => {
      printSyncReport(report, lines, { mode, again });
    },
    document: (report) => reportDocument(report, mode),
  });
}

function modeOf({ dryRun }: FileFlags): 'sync' | 'dry-run' {
  return dryRun === true ? 'dry-run' : 'sync';
}

function optionsOf(flags: FileFlags, files: readonly string[]): StockOptions {
  return {
    files,
    dryRun: flags.dryRun === true,
    ...(flags.sheet !== undefined && { sheet: flags.sheet }),
    map: flags.map,
    remote: remoteOf(files, flags),
    rejects: flags.rejects,
    mostListed: mostListed(modeOf(flags), flags),
    concurrency: flags.concurrency,
    maxRestocks: flags.maxRestocks,
    connection: connectionOf(flags, flags.rate),
    stateDir: flags.stateDir,
  };
}

const help = `
Columns: one of productId, variantId and sku, and quantity or inStock or both. The stored products are read (100 a
request), and those whose stock changes are sent back whole: no variant and no field is lost. Rows that match nothing
are rejected. A variant that was in stock with a quantity of 0 is sold without stock, and stays in stock until inStock
says otherwise. --dry-run and --max-restocks read the products to make a plan.

Examples:
  $ sequenzy-cli catalog stock stock.csv
  $ sequenzy-cli catalog stock stock.csv --dry-run --json
  $ sequenzy-cli catalog stock stock.csv --max-restocks 50

Exit codes: 0 done, 2 usage, unreadable input or more restocks than allowed (nothing sent), 3 some rows rejected,
4 key or permission refused, 75 stopped early or another run is in progress (run it again), 130 interrupted, 1 a bug.`;
