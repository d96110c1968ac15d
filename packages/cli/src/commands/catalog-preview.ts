import { previewCatalog } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { fileScreen } from '../command/file-job.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { productFiles } from '../options/input-argument.ts';
import { liveProductOptions, productOptions, syncOptionsOf } from '../options/product-options.ts';
import { completed } from '../documents/completed.ts';

export const catalogPreview = define({
  name: 'catalog preview',
  summary: 'Write the products of a file as cards, as e-mails would show them, into one HTML file.',
  argument: productFiles,
  options: {
    ...productOptions,
    out: {
      form: 'text',
      value: '<file.html>',
      description: 'where the page goes; replaces what is there',
      group: 'output',
    },
  },
  more: liveProductOptions,
  read({ out, ...flags }, files) {
    if (out === undefined) {
      throw new UserError('usage', '--out is required', 'Name the page: --out preview.html.');
    }
    return { ...syncOptionsOf(files, flags, 'check'), out };
  },
  files: ({ files }) => files,
  screen: (shown, { files }) => fileScreen(shown, files),
  async run(options, surroundings) {
    const { previewOf } = await import('../html/preview.ts');
    const { writePage } = await import('../html/write-page.ts');
    const { out } = options;
    const preview = previewOf(await previewCatalog(options, surroundings));
    await writePage(out, 'preview', preview);
    const { cards, rejects, warnings } = preview;
    return { file: out, products: cards.length, rejected: rejects.length, warnings };
  },
  show({ file, products, rejected }, { lines, verbosity }) {
    if (verbosity.quiet) return;
    const rest = rejected === 0 ? '' : `, ${String(rejected)} not taken`;
    lines.line('preview', `${file}: ${String(products)} products${rest}. Open it in a browser.`);
  },
  document: (report) => ({ ...completed('catalog preview'), ...report }),
  details: [
    'Nothing is sent, and no key is needed. The page is one file that opens without network; pictures are loaded from the shop only once somebody asks for them on the page.',
  ],
  examples: [
    'catalog preview products.csv --out preview.html',
    'catalog preview products_export.csv --currency USD --out preview.html',
  ],
  exitCodes: ['0 the page is written', '2 usage or unreadable input', '130 interrupted', '1 a bug'],
});
