import { syncCatalog } from 'sequenzy-jobs';
import type { Mode } from 'sequenzy-jobs/report/summarize.ts';
import { define } from '../command/define.ts';
import { fileScreen, isShown } from '../command/file-job.ts';
import { productFiles } from '../options/input-argument.ts';
import { liveExamples, liveHelp } from '../options/live-options.ts';
import { liveProductOptions, syncOptions, syncOptionsOf } from '../options/product-options.ts';
import { reportDocument } from '../documents/report-document.ts';
import { keepHeapSmall } from './small-heap.ts';

export const catalogSync = define({
  name: 'catalog sync',
  summary: 'Send a product file to Sequenzy: creates, updates, and with --prune deletes.',
  argument: productFiles,
  options: syncOptions,
  more: liveProductOptions,
  sends: true,
  sandbox: 'target',
  remembers: true,
  read: (flags, files) => syncOptionsOf(files, flags, modeOf(flags)),
  files: ({ files }) => files,
  screen: (shown, { files }) => fileScreen(shown, files),
  run(options, surroundings) {
    if (options.live !== undefined) keepHeapSmall(options);
    return syncCatalog(options, surroundings);
  },
  async show(report, shown, { dryRun, out }) {
    const { printSyncReport } = await import('../terminal/sync-report.ts');
    const how = { mode: modeOf({ dryRun, out }), again: shown.again };
    if (!isShown(report, shown)) return;
    printSyncReport(report, shown.lines, how);
    if (out === undefined || report.summary.status !== 'planned') return;
    shown.lines.line('next', `review ${out}, then sequenzy-cli catalog apply ${out}`);
  },
  document: (report, options) => reportDocument(report, modeOf(options)),
  details: [
    'What was sent is remembered: run it again every night, or whenever it stopped, and only what is new or has changed is sent. --full sends everything. --prune deletes what was sent before and is gone from the files. Where several sources make up one catalog, each is a feed: sync each with a --feed of its own, and --prune concerns only what came from it.',
    'Rejected records are written to <file>.rejects.csv, to be corrected and synced like the original.',
    'Where the input does not state stock, the stock in Sequenzy is read and kept. --dry-run does without a key; with one it reads too, and tells exactly what would come back in stock.',
    '--out plan.json writes the plan with every field that changes, old and new, to be reviewed; catalog apply carries it out, if nothing has changed since.',
    'What a run is about to change is read and kept before, and catalog undo brings it back; --no-undo leaves that out, and with it the requests that read.',
    ...liveHelp('products'),
  ],
  examples: [
    'catalog sync products.csv --dry-run --max-restocks 100',
    'catalog sync products_export.csv --currency USD',
    'catalog sync products.csv --prune --max-delete 25 --yes',
    'catalog sync products_export.csv --store-url https://shop.example',
    'catalog sync products.csv --dry-run --show-changes',
    'catalog sync products.csv --out plan.json',
    'catalog sync wholesale.csv --feed wholesale --prune --yes',
    'catalog sync - --json < products.ndjson',
    ...liveExamples('products', 'catalog sync', '--prune'),
  ],
  exitCodes: [
    '0 all accepted or unchanged',
    '2 usage, unreadable input, or a plan that --max-restocks, --max-delete or you have refused (nothing sent)',
    '3 some records rejected',
    '4 key or permission refused',
    '75 stopped early or another run is in progress (run it again)',
    '130 interrupted',
    '1 a bug',
  ],
});

/** A plan for a file sends nothing either. */
function modeOf({
  dryRun,
  out,
}: {
  readonly dryRun?: boolean | undefined;
  readonly out?: string | undefined;
}): Mode {
  return dryRun === true || out !== undefined ? 'dry-run' : 'sync';
}
