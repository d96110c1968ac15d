import type { Provider } from 'sequenzy-commerce';
import { listProducts } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { connectionOf } from '../options/global-options.ts';
import { limit } from '../options/option-values.ts';
import { completed } from '../documents/completed.ts';

/** The API's own list, as `providers` of the contract has it: they are needed before the SDK is loaded. */
const providers = [
  'api',
  'stripe',
  'shopify',
  'woocommerce',
  'manual',
] as const satisfies readonly Provider[];

export const catalogList = define({
  name: 'catalog list',
  summary: 'Show the products Sequenzy holds.',
  options: {
    provider: {
      form: providers,
      value: '<name>',
      description: 'only products from this provider',
      group: 'output',
    },
    search: {
      form: 'text',
      value: '<text>',
      description: 'only products with this in their title',
      group: 'output',
    },
    limit: {
      form: limit,
      value: '<n|all>',
      description: 'how many at most',
      initial: 50,
      group: 'output',
    },
  },
  sandbox: 'empty',
  read: ({ provider, search, limit: most, ...flags }) => ({
    ...{ provider, search, limit: most },
    connection: connectionOf(flags),
  }),
  run: (options, surroundings) => listProducts(options, surroundings),
  async show({ products, more }, { context, data, isTerminal, verbosity }) {
    const { printProducts } = await import('../terminal/product-view.ts');
    if (data !== undefined) printProducts(products, data, isTerminal);
    if (verbosity.quiet) return;
    if (products.length === 0) context.err.sentence('No product matches.');
    if (more) context.err.sentence('There are more: ask with --limit all.');
  },
  document: ({ products, more, warnings }) => ({
    ...completed('catalog list'),
    ...{ products, more, warnings },
  }),
  details: [
    'On a terminal a table; elsewhere one line a product, its fields separated by tabs: productId, title, price, in stock, variants, provider.',
  ],
  examples: ['catalog list --search tee', 'catalog list --provider api --limit all --json'],
  exitCodes: [
    '0 done',
    '2 usage',
    '4 key or permission refused',
    '75 not answered (run it again)',
    '130 interrupted',
    '1 a bug',
  ],
});
