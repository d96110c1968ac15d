import { Option, type Command } from 'commander';
import type { CheckOptions } from 'sequenzy-jobs/catalog/check/check-catalog.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { addFixOption, mostFound, type FixFlags } from './check-options.ts';
import type { Context } from './context.ts';
import { damageDocument } from './damage-document.ts';
import { doFileJob } from './file-job.ts';
import { addFileOptions, syncOptionsOf, type FileFlags } from './file-options.ts';
import { fromLive, liveExamples, liveLabels } from './live-options.ts';
import { reportDocument } from './report-document.ts';
import { verbosityOf } from './surroundings.ts';

interface CheckFlags extends FileFlags, FixFlags {
  readonly catalog?: string;
}

export function addCatalogCheck(catalog: Command, context: Context): void {
  const command = catalog
    .command('check')
    .description(
      `Look for damage in a product file, and for what a sync of it or of ${liveLabels('products')} would reject.`,
    );
  addFixOption(addFileOptions(command))
    .addOption(new Option('--catalog <products file>').hideHelp())
    .addHelpText('after', help)
    .action(async (files: string[]) => {
      await check(context, command.optsWithGlobals<CheckFlags>(), files);
    });
}

/** The report is data and goes to standard output. */
async function check(context: Context, flags: CheckFlags, files: string[]): Promise<void> {
  const options = optionsOf(files, flags);
  context.begin(options.files);
  const { checkCatalog } = await import('sequenzy-jobs/catalog/check/check-catalog.ts');
  const { printCheckReport } = await import('../terminal/check-report.ts');
  const { fitFindings } = await import('../terminal/damage-lines.ts');
  const { SyncScreen } = await import('../terminal/sync-screen.ts');
  await doFileJob(context, flags, {
    files: options.files,
    isData: true,
    screen: (lines) => {
      fitFindings(lines);
      return new SyncScreen(context.io, lines, verbosityOf(flags)).onEvent;
    },
    run: (surroundings) => checkCatalog(options, surroundings),
    show: printCheckReport,
    document: (report) => ({
      ...reportDocument(report, 'check'),
      ...damageDocument(report.damage),
    }),
  });
}

/** @throws {UserError} when it is orders that are to be checked. */
function optionsOf(files: string[], flags: CheckFlags): CheckOptions {
  if (flags.catalog !== undefined) {
    throw new UserError(
      'usage',
      '--catalog is for orders, whose products are looked up in it',
      `Use sequenzy-cli orders check ${files.join(' ')} --catalog ${flags.catalog}.`,
    );
  }
  return { ...syncOptionsOf(files, flags, 'check'), fix: flags.fix, mostFound: mostFound(flags) };
}

const help = `
Looks for what spreadsheets and editors do to a file: ids and barcodes in scientific notation, lost leading zeros,
leading apostrophes, codes that became dates, decimal commas among points, text in a wrong encoding, rows in another
currency, SKUs used twice, compare-at prices that are not a discount, shifted rows, headers in the middle of a file, HTML in
titles. Then reads it as a sync would. --fix writes the file with every repair that is certain, also where there is none;
the rest is left for you. JSON is not looked over: no spreadsheet writes it; that goes for what ${fromLive('products')} reads, too.
The report goes to standard output. A rejects file is only written when --rejects names one.

Examples:
  $ sequenzy-cli catalog check products.csv
  $ sequenzy-cli catalog check products.csv --fix repaired.csv
  $ sequenzy-cli catalog check products.csv --currency EUR --rejects wrong.csv
  $ sequenzy-cli catalog check products.csv --json
${liveExamples('products', 'catalog check')}

Exit codes: 0 nothing is wrong, or --fix has repaired all of it, 2 usage or unreadable input, 3 something was found, or
some records would be rejected, 130 interrupted, 1 a bug.`;
