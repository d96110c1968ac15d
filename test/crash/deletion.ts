import type { Load } from './load.ts';

const ids = Array.from({ length: 16 }, (_, index) => `d-${String(index)}`);

/** All are there before every round. What is gone already is "not found" when it is started again. */
export const deletion: Load = {
  args: ['catalog', 'delete', ...ids, '--yes'],
  file: 'unused.txt',
  knows: 'nothing',
  records: ids.length,
  exitCodes: [0, 3],
  prepare(sandbox) {
    sandbox.seedProducts(ids.map((productId) => ({ productId, title: productId })));
  },
  contentOf: () => '',
  idsIn({ method, path }) {
    return method === 'DELETE' ? [path.slice(path.lastIndexOf('/') + 1)] : undefined;
  },
  differingFrom: (sandbox) => ids.filter((id) => sandbox.products.get(id) !== undefined).length,
};
