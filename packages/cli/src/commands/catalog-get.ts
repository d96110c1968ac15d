import { getProduct } from 'sequenzy-jobs';
import { define } from '../command/define.ts';
import { connectionOf } from '../options/global-options.ts';
import { completed } from '../documents/completed.ts';

export const catalogGet = define({
  name: 'catalog get',
  summary: 'Show one product that was pushed through the API.',
  argument: { name: 'productId', description: 'your own id' },
  options: {},
  sandbox: 'empty',
  read: (flags, [productId = '']) => ({ productId, connection: connectionOf(flags) }),
  run: getProduct,
  async show({ product }, { data }) {
    const { printProduct } = await import('../terminal/product-view.ts');
    if (data !== undefined) printProduct(product, data);
  },
  document: ({ product, warnings }) => ({ ...completed('catalog get'), product, warnings }),
  examples: ['catalog get tee-1', 'catalog get tee-1 --json'],
  exitCodes: [
    '0 found',
    '2 usage',
    '3 not found',
    '4 key or permission refused',
    '75 not answered (run it again)',
    '130 interrupted',
    '1 a bug',
  ],
});
