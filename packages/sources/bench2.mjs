import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { openCatalog } from '/work/main/packages/sources/dist/index.js';
const file = process.argv[2],
  what = process.argv[3];
const t = performance.now();
if (what === 'csv') {
  let n = 0;
  const p = createReadStream(file).pipe(parse({ relax_column_count: true }));
  for await (const r of p) n++;
  console.log('csv-parse for await', n, Math.round(performance.now() - t));
} else if (what === 'csv2') {
  let n = 0;
  const p = parse({ relax_column_count: true });
  p.on('data', () => n++);
  await pipeline(createReadStream(file), p);
  console.log('csv-parse data events', n, Math.round(performance.now() - t));
} else {
  const c = await openCatalog([file], { currency: 'USD' });
  console.log('openCatalog', JSON.stringify(c.counts), Math.round(performance.now() - t));
  await c.close();
}
console.log('peak MB', Math.round(process.resourceUsage().maxRSS / 1024));
