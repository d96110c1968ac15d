// node test/bench/daily.mjs: the first run of 20,000 products, and the next day's with one in a hundred changed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, measured } from './measured.mjs';
import { writeProducts } from './product-file.mjs';
import { silentServer } from './silent-server.mjs';

const cwd = mkdtempSync(join(tmpdir(), 'sequenzy-bench-'));
const file = join(cwd, 'products.csv');
const server = await silentServer();
const env = {
  SEQUENZY_API_URL: server.url,
  SEQUENZY_API_KEY: 'seq_live_bench',
  SEQUENZY_STATE_DIR: join(cwd, 'state'),
};
for (const changed of [false, true]) {
  await writeProducts(file, 20_000, { changed });
  const before = server.upserts;
  const args = [cli, 'catalog', 'sync', file, '--rate', 'off', '--json'];
  const { stdout, seconds } = await measured(args, { cwd, env });
  const { records } = JSON.parse(stdout);
  console.log(
    `${server.upserts - before} POST requests, ${seconds.toFixed(1)} s, ${JSON.stringify(records)}`,
  );
}
server.close();
rmSync(cwd, { recursive: true });
