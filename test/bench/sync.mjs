// The first sync without a rate limit and the unchanged one after it, each side by side with a script written by hand.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cli, figures, inFolder, measured } from './measured.mjs';
import { writeProducts } from './product-file.mjs';
import { silentServer } from './silent-server.mjs';

const rounds = 3;

export const title =
  'Products from a CSV file: best of three, and how many times the script by hand';

export async function* measure(products = 100_000) {
  yield* inFolder(async function* (cwd) {
    const file = join(cwd, 'products.csv');
    await writeProducts(file, products);
    const server = await silentServer();
    const script = (name, ...args) => [join(import.meta.dirname, name), file, ...args];
    const sync = [cli, 'catalog', 'sync', file, '--rate', 'off', '--json'];
    const programs = {
      'csv-parse alone': script('parse-only.mjs'),
      'first, by hand': script('by-hand-first.mjs', server.url),
      'first sync': sync,
      'unchanged, by hand': script('by-hand-unchanged.mjs', join(cwd, 'hashes.json')),
      'unchanged sync': sync,
      check: [cli, 'catalog', 'check', file, '--json'],
    };
    const runs = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
    const env = {
      SEQUENZY_API_URL: server.url,
      SEQUENZY_API_KEY: 'seq_live_bench',
      SEQUENZY_STATE_DIR: join(cwd, 'state'),
    };
    // The hashes that the unchanged run by hand finds.
    await measured(programs['unchanged, by hand'], { cwd, env });
    for (let round = 0; round < rounds; round += 1) {
      rmSync(env.SEQUENZY_STATE_DIR, { recursive: true, force: true });
      for (const [name, args] of Object.entries(programs)) {
        runs[name].push(await measured(args, { cwd, env }));
      }
    }
    server.close();
    const best = (name, of) => Math.min(...runs[name].map((run) => run[of]));
    const against = (what, hand, goal) => {
      const ratio = (of) => `${(best(what, of) / best(hand, of)).toFixed(2)} x`;
      return { what: `  ${what} / by hand`, time: ratio('seconds'), cpu: ratio('cpu'), goal };
    };
    for (const name of Object.keys(programs)) {
      const peak = Math.max(...runs[name].map((run) => run.peak));
      const run = { seconds: best(name, 'seconds'), cpu: best(name, 'cpu'), peak };
      yield figures(`${products} products: ${name}`, run);
    }
    yield against('first sync', 'first, by hand', '2.0 x');
    yield against('unchanged sync', 'unchanged, by hand', '1.6 x');
  });
}
