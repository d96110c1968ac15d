// node test/bench/memory.mjs: peak memory of dry runs, with and without a ledger that knows every product.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileLedger } from 'sequenzy-commerce/node';
import { cli, measured } from './measured.mjs';
import { writeProducts } from './product-file.mjs';

const origin = 'https://api.sequenzy.com';
const company = 'comp_bench';

for (const products of [100_000, 1_000_000]) {
  const cwd = mkdtempSync(join(tmpdir(), 'sequenzy-bench-'));
  const file = join(cwd, 'products.csv');
  const folder = join(cwd, 'state');
  await writeProducts(file, products);
  const args = [cli, 'catalog', 'sync', file, '--dry-run', '--json', '--company', company];
  const env = { SEQUENZY_STATE_DIR: folder, SEQUENZY_API_URL: origin };
  const without = await measured(args, { cwd, env });
  await fillLedger(folder, products);
  const known = await measured([...args, '--prune'], { cwd, env });
  for (const [name, run] of Object.entries({ 'without ledger': without, 'with ledger': known })) {
    const { plan } = JSON.parse(run.stdout);
    const figures = `${run.peak.toFixed(0)} MB, ${run.seconds.toFixed(1)} s`;
    console.log(
      `${products} products, ${name}: ${figures} (${plan.new} new, ${plan.changed} changed)`,
    );
  }
  rmSync(cwd, { recursive: true });
}

async function fillLedger(folder, products) {
  const ledger = await openFileLedger({ folder, company, origin });
  for (let from = 0; from < products; from += 10_000) {
    const keys = Array.from({ length: 10_000 }, (_, index) => `p-${from + index}`);
    const stock = { inStock: true, out: [] };
    await ledger.write(keys.map((key) => ({ key, fingerprint: '0123456789abcdef', stock })));
  }
  await ledger.close();
}
