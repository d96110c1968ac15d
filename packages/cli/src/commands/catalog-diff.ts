import { diffCatalog } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { productFiles } from '../options/input-argument.ts';
import { fromLive, liveExamples, liveLabels } from '../options/live-options.ts';
import { liveProductOptions, productOptions, syncOptionsOf } from '../options/product-options.ts';
import { withTold } from '../terminal/flags.ts';
import { feed, maxRestocks, rateOption } from '../options/run-options.ts';

export const catalogDiff = define({
  name: 'catalog diff',
  summary: 'Compare a product file with what Sequenzy holds, field by field.',
  argument: productFiles,
  options: {
    ...productOptions,
    feed,
    repair: { form: 'switch', description: 'send what is new or different', group: 'sent' },
    maxRestocks: {
      ...maxRestocks,
      description:
        'stop when --repair would bring more products and variants than this back in stock',
    },
    rate: rateOption,
  },
  more: liveProductOptions,
  remembers: true,
  read: ({ repair, ...flags }, files) => ({
    ...syncOptionsOf(files, flags, 'sync'),
    repair: repair === true,
    named: files,
  }),
  files: ({ named }) => named,
  async screen({ context, lines, verbosity }) {
    const { SyncScreen } = await import('../terminal/sync-screen.ts');
    return new SyncScreen(context.io, lines, verbosity).onEvent;
  },
  run: diffCatalog,
  async show(report, { data, isTerminal, lines, verbosity, again }) {
    const { diffLine, printDiff, repairLine } = await import('../terminal/diff-view.ts');
    const { stoppedLine } = await import('../terminal/flags.ts');
    const { rejectLines } = await import('../terminal/sync-lines.ts');
    if (data !== undefined) printDiff(report, data, isTerminal);
    if (!verbosity.quiet) {
      for (const text of report.rejects.flatMap(rejectLines)) lines.line(['red', 'rejected'], text);
      lines.line('compared', diffLine(report));
      if (report.repair !== null) lines.line('repaired', repairLine(report.repair));
    }
    if (report.stoppedBy === null) return;
    lines.line(['red', 'stopped'], stoppedLine(report.stoppedBy));
    if (report.status === 'stopped') lines.whole('continue', again);
  },
  document: (report) => ({ ...report, repair: report.repair && withTold(report.repair) }),
  details: [
    'Reads everything that was pushed through the API, 100 products a request. Fields the source does not have are not compared: a sync keeps them. On a terminal a table; elsewhere one line a difference, its fields separated by tabs: productId, status (new, different, missing), field, value in the source, value stored. --repair sends what is new or different; what is missing in the source stays. Products new to Sequenzy then belong to the feed that --feed names, the others stay where they belong.',
    `The source is a file, or ${liveLabels('products')} with ${fromLive('products')}.`,
  ],
  examples: [
    'catalog diff products.csv',
    'catalog diff products.csv --repair --json',
    ...liveExamples('products', 'catalog diff'),
  ],
  exitCodes: [
    '0 the same, or repaired',
    '2 usage or unreadable input',
    '3 something differs, or is rejected',
    '4 key or permission refused',
    '75 stopped early (run it again)',
    '130 interrupted',
    '1 a bug',
  ],
});
