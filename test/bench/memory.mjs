// Dry runs, with and without a ledger that knows every product.
import { join } from 'node:path';
import { openFileLedger } from 'sequenzy-commerce/node';
import { cli, figures, inFolder, measured } from './measured.mjs';
import { writeProducts } from './product-file.mjs';

const origin = 'https://api.sequenzy.com';
const company = 'comp_bench';

export const title = 'Products from a CSV file, dry run';

export async function* measure(products = 1_000_000) {
  yield* inFolder(async function* (cwd) {
    const file = join(cwd, 'products.csv');
    const folder = join(cwd, 'state');
    await writeProducts(file, products);
    const args = [cli, 'catalog', 'sync', file, '--dry-run', '--json', '--company', company];
    const env = { SEQUENZY_STATE_DIR: folder, SEQUENZY_API_URL: origin };
    yield figures(`${products} products, all new`, await measured(args, { cwd, env }), '250 MB');
    await fillLedger(folder, products);
    const known = await measured([...args, '--prune'], { cwd, env });
    yield figures(`${products} products, all changed, --prune`, known, '250 MB');
  });
}

async function fillLedger(folder, products) {
  const ledger = await openFileLedger({ folder, company, origin });
  for (let from = 0; from < products; from += 10_000) {
    const keys = Array.from(
      { length: Math.min(10_000, products - from) },
      (_, index) => `p-${from + index}`,
    );
    const stock = { inStock: true, out: [] };
    await ledger.write(keys.map((key) => ({ key, fingerprint: '0123456789abcdef', stock })));
  }
  await ledger.close();
}
