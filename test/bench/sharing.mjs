// What it costs a process that is alone to share the quota of its key.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, figures, inFolder, measured } from './measured.mjs';
import { writeProducts } from './product-file.mjs';
import { silentServer } from './silent-server.mjs';

const starts = 15;
const sdk = join(import.meta.dirname, '../../packages/sdk/dist');

/** Upserts so many products, a hundred in a request, paced by itself or sharing the quota. */
const program = `
import { SequenzyCommerce } from '${sdk}/index.js';
import { sharedRateLimit } from '${sdk}/node/index.js';
const [products, isShared] = process.argv.slice(2);
const rateLimit = isShared === 'shared' ? { rateLimit: sharedRateLimit() } : {};
const sequenzy = new SequenzyCommerce(rateLimit);
const all = Array.from({ length: Number(products) }, (_, index) => ({ productId: 'p-' + index, title: 'Product ' + index }));
await sequenzy.products.upsert(all);
`;

export const title = 'One process alone that shares the quota, and one that does not';

export async function* measure(products = 9800) {
  yield* inFolder(async function* (cwd) {
    const server = await silentServer();
    const env = {
      SEQUENZY_API_URL: server.url,
      SEQUENZY_API_KEY: 'seq_live_bench',
      SEQUENZY_STATE_DIR: join(cwd, 'state'),
      SEQUENZY_QUOTA_DIR: join(cwd, 'quota'),
    };
    const script = join(cwd, 'program.mjs');
    writeFileSync(script, program);
    const [many, one] = ['many.csv', 'one.csv'].map((name) => join(cwd, name));
    await writeProducts(many, products);
    await writeProducts(one, 1);
    const sync = (file, ...rest) => [cli, 'catalog', 'sync', file, '--json', ...rest];
    /** Each as on a machine that was quiet. */
    const quiet = async (args) => {
      for (const name of ['state', 'quota'])
        rmSync(join(cwd, name), { recursive: true, force: true });
      return measured(args, { cwd, env });
    };
    yield figures(
      `${products} products by the SDK, by itself`,
      await quiet([script, products, 'alone']),
    );
    yield figures(
      `${products} products by the SDK, sharing`,
      await quiet([script, products, 'shared']),
    );
    yield figures(`${products} products by catalog sync, sharing`, await quiet(sync(many)));
    const pairs = {
      'one product by the SDK': [
        [script, 1, 'alone'],
        [script, 1, 'shared'],
      ],
      'one product by catalog sync': [sync(one, '--rate', 'off'), sync(one)],
    };
    for (const [what, [without, shared]] of Object.entries(pairs)) {
      const more = [];
      for (let start = 0; start < starts; start += 1) {
        const before = await quiet(without);
        more.push(((await quiet(shared)).seconds - before.seconds) * 1000);
      }
      const median = more.sort((one, other) => one - other)[Math.floor(starts / 2)];
      yield { what: `  ${what}, more by sharing`, time: `${median.toFixed(0)} ms`, goal: '20 ms' };
    }
    server.close();
  });
}
