// The first run of a shop, and the next day's with one in a hundred changed.
import { join } from 'node:path';
import { cli, figures, inFolder, measured } from './measured.mjs';
import { writeProducts } from './product-file.mjs';
import { silentServer } from './silent-server.mjs';

export const title = 'Two days of a shop';

export async function* measure(products = 20_000) {
  yield* inFolder(async function* (cwd) {
    const file = join(cwd, 'products.csv');
    const server = await silentServer();
    const env = {
      SEQUENZY_API_URL: server.url,
      SEQUENZY_API_KEY: 'seq_live_bench',
      SEQUENZY_STATE_DIR: join(cwd, 'state'),
    };
    for (const changed of [false, true]) {
      await writeProducts(file, products, { changed });
      const before = server.upserts;
      const args = [cli, 'catalog', 'sync', file, '--rate', 'off', '--json'];
      const run = await measured(args, { cwd, env });
      const { records } = JSON.parse(run.stdout);
      const sent = `${server.upserts - before} requests for ${records.accepted} of ${products}`;
      yield figures(changed ? `next day: ${sent}` : `first day: ${sent}`, run);
    }
    server.close();
  });
}
