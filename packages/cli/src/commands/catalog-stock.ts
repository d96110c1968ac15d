import { updateStock } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { fileScreen, isShown } from '../command/file-job.ts';
import { remoteOf } from '../options/fetching-options.ts';
import { connectionOf } from '../options/global-options.ts';
import { inputs, mostListed } from '../options/input-argument.ts';
import { productOptions } from '../options/product-options.ts';
import { maxRestocks, sending } from '../options/run-options.ts';
import { reportDocument } from '../documents/report-document.ts';

const { sheet, allowPrivateAddresses, maxInputBytes, inputTimeout } = productOptions;

export const catalogStock = define({
  name: 'catalog stock',
  summary: 'Change only stock, from a file with two or three columns.',
  argument: { name: 'file', description: inputs, isList: true },
  options: {
    map: {
      form: 'text',
      value: '<mapping.json>',
      description: 'JSON object of column names and field names',
      group: 'input',
    },
    ...{ sheet, allowPrivateAddresses, maxInputBytes, inputTimeout },
    ...{ dryRun: sending.dryRun, maxRestocks, yes: sending.yes },
    expectState: sending.expectState,
    ...{ rate: sending.rate, concurrency: sending.concurrency },
    rejects: { ...sending.rejects, description: 'where rejected rows go' },
  },
  sends: true,
  remembers: true,
  read: (flags, files) => ({
    files,
    dryRun: flags.dryRun === true,
    ...(flags.sheet !== undefined && { sheet: flags.sheet }),
    map: flags.map,
    remote: remoteOf(files, flags),
    rejects: flags.rejects,
    mostListed: mostListed(flags.dryRun === true ? 'dry-run' : 'sync', flags),
    concurrency: flags.concurrency,
    maxRestocks: flags.maxRestocks,
    connection: connectionOf(flags, flags.rate),
    stateDir: flags.stateDir,
  }),
  files: ({ files }) => files,
  screen: (shown, { files }) => fileScreen(shown, files),
  run: updateStock,
  async show(report, shown, { dryRun }) {
    const { printSyncReport } = await import('../terminal/sync-report.ts');
    const how = { mode: dryRun ? 'dry-run' : 'sync', again: shown.again } as const;
    if (isShown(report, shown)) printSyncReport(report, shown.lines, how);
  },
  document: (report, { dryRun }) => reportDocument(report, dryRun ? 'dry-run' : 'sync'),
  details: [
    'Columns: one of productId, variantId and sku, and quantity or inStock or both. The stored products are read (100 a request), and those whose stock changes are sent back whole: no variant and no field is lost. Rows that match nothing are rejected. A variant that was in stock with a quantity of 0 is sold without stock, and stays in stock until inStock says otherwise. --dry-run and --max-restocks read the products to make a plan.',
  ],
  examples: [
    'catalog stock stock.csv',
    'catalog stock stock.csv --dry-run --json',
    'catalog stock stock.csv --max-restocks 50',
  ],
  exitCodes: [
    '0 done',
    '2 usage, unreadable input or more restocks than allowed (nothing sent)',
    '3 some rows rejected',
    '4 key or permission refused',
    '75 stopped early or another run is in progress (run it again)',
    '130 interrupted',
    '1 a bug',
  ],
});
