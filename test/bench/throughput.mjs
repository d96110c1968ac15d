// node test/bench/throughput.mjs [products]: the CLI without a rate limit against a script written by hand.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, measured } from './measured.mjs';
import { writeProducts } from './product-file.mjs';
import { silentServer } from './silent-server.mjs';

const products = Number(process.argv[2] ?? 100_000);
const rounds = 3;
const cwd = mkdtempSync(join(tmpdir(), 'sequenzy-bench-'));
const file = join(cwd, 'products.csv');
await writeProducts(file, products);
const server = await silentServer();

const sync = [cli, 'catalog', 'sync', file, '--rate', 'off', '--json'];
const programs = {
  'csv-parse alone': [join(import.meta.dirname, 'parse-only.mjs'), file],
  'by hand': [join(import.meta.dirname, 'by-hand.mjs'), file, server.url],
  check: [cli, 'catalog', 'check', file, '--json'],
  'first sync': [...sync, '--full'],
};

const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, args] of Object.entries(programs)) {
    const env = {
      SEQUENZY_API_URL: server.url,
      SEQUENZY_API_KEY: 'seq_live_bench',
      SEQUENZY_STATE_DIR: join(cwd, `state-${round}`),
    };
    const { seconds, peak } = await measured(args, { cwd, env });
    times[name].push(seconds);
    console.log(`${name.padEnd(16)} ${seconds.toFixed(2)} s   ${peak.toFixed(0)} MB`);
  }
}
const best = (name) => Math.min(...times[name]);
console.log(`\n${products} products, best of ${rounds}:`);
for (const name of Object.keys(programs)) {
  console.log(
    `${name.padEnd(16)} ${best(name).toFixed(2)} s, ${(best(name) / best('by hand')).toFixed(2)} times by hand`,
  );
}
server.close();
rmSync(cwd, { recursive: true });
