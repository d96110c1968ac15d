import { checkCatalog } from 'sequenzy-jobs';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { define } from '../command/define.ts';
import { isShown } from '../command/file-job.ts';
import { mostFound, productFiles } from '../options/input-argument.ts';
import { fromLive, liveExamples } from '../options/live-options.ts';
import { liveProductOptions, productOptions, syncOptionsOf } from '../options/product-options.ts';
import { fix, rateOption, rejects, yes } from '../options/run-options.ts';
import { checkScreen } from './check-screen.ts';
import { damageDocument } from '../documents/damage-document.ts';
import { reportDocument } from '../documents/report-document.ts';

export const catalogCheck = define({
  name: 'catalog check',
  summary: 'Find damage in a product file, and what a sync would reject.',
  argument: productFiles,
  options: {
    ...productOptions,
    yes,
    rate: rateOption,
    fix,
    rejects,
    catalog: {
      form: 'text',
      value: '<products file>',
      description: 'of orders',
      group: 'input',
      isHidden: true,
    },
  },
  more: liveProductOptions,
  isData: true,
  read({ catalog, fix: target, ...flags }, files) {
    if (catalog !== undefined) throw notForProducts(files, catalog);
    return { ...syncOptionsOf(files, flags, 'check'), fix: target, mostFound: mostFound(flags) };
  },
  files: ({ files }) => files,
  screen: (shown, { files }) => checkScreen(shown, files),
  run: checkCatalog,
  async show(report, shown) {
    const { printCheckReport } = await import('../terminal/check-report.ts');
    if (isShown(report, shown)) printCheckReport(report, shown.lines, shown.again);
  },
  document: (report) => ({ ...reportDocument(report, 'check'), ...damageDocument(report.damage) }),
  details: [
    'Looks for what spreadsheets and editors do to a file: ids and barcodes in scientific notation, lost leading zeros, leading apostrophes, codes that became dates, decimal commas among points, text in a wrong encoding, rows in another currency, SKUs used twice, compare-at prices that are not a discount, shifted rows, headers in the middle of a file, HTML in titles. Then reads it as a sync would. --fix writes the file with every repair that is certain, also where there is none; the rest is left for you.',
    `JSON is not looked over: no spreadsheet writes it; that goes for what ${fromLive('products')} reads, too.`,
    'The report goes to standard output. A rejects file is only written when --rejects names one.',
  ],
  examples: [
    'catalog check products.csv',
    'catalog check products.csv --fix repaired.csv',
    'catalog check products.csv --currency EUR --rejects wrong.csv',
    'catalog check products.csv --json',
    ...liveExamples('products', 'catalog check'),
  ],
  exitCodes: [
    '0 nothing is wrong, or --fix has repaired all of it',
    '2 usage or unreadable input',
    '3 something was found, or some records would be rejected',
    '130 interrupted',
    '1 a bug',
  ],
});

function notForProducts(files: readonly string[], catalog: string): UserError {
  return new UserError(
    'usage',
    '--catalog is for orders, whose products are looked up in it',
    `Use sequenzy-cli orders check ${files.join(' ')} --catalog ${catalog}.`,
  );
}
