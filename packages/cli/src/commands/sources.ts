import { listFormats } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { flagWording } from '../terminal/flags.ts';
import { completed } from '../documents/completed.ts';

const shared = {
  details: ['A platform can have a format for products and one for orders: show prints both.'],
  examples: ['sources list', 'sources show shopify', 'sources show woocommerce --json'],
  exitCodes: ['0 done', '2 usage or no source of that name', '1 a bug'],
} as const;

export const sourcesList = define({
  ...shared,
  name: 'sources list',
  summary: 'List every format: of products, of orders, of stock.',
  options: {},
  read: () => ({ wording: flagWording }),
  run: (options) => listFormats(options),
  async show(sources, { data, isTerminal }) {
    const { printSources } = await import('../terminal/sources-view.ts');
    if (data !== undefined) printSources(sources, data, isTerminal);
  },
  document: (sources) => ({
    ...completed('sources list'),
    sources: sources.map(({ kind, name, label, files }) => ({ kind, name, label, files })),
  }),
});

export const sourcesShow = define({
  ...shared,
  name: 'sources show',
  summary: 'Show how a format is recognised, and what it needs, maps and assumes.',
  argument: { name: 'name', description: 'as --from takes it', values: 'formats' },
  options: {},
  read: (_, [name]) => ({ name, wording: flagWording }),
  run: (options) => listFormats(options),
  async show(sources, { data }) {
    const { printSource } = await import('../terminal/sources-view.ts');
    if (data !== undefined) for (const source of sources) printSource(source, data);
  },
  document: (sources) => ({ ...completed('sources show'), sources }),
});
