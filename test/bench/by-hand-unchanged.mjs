// What one writes by hand to find that nothing has changed: the same csv-parse, one hash a product, and a file of hashes.
import { parse } from 'csv-parse';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';

const [file, memory] = process.argv.slice(2);
const known = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {};
const hashes = {};
let changed = 0;

for await (const row of createReadStream(file).pipe(parse({ columns: true }))) {
  const { productId, title, description, url, imageUrl, currency } = row;
  const priceCents = Math.round(Number(row.price) * 100);
  const inStock = row.inStock === 'yes';
  const product = { productId, title, description, url, imageUrl, currency, priceCents, inStock };
  const hash = createHash('sha256').update(JSON.stringify(product)).digest('hex');
  if (known[productId] !== hash) changed += 1;
  hashes[productId] = hash;
}
if (changed > 0) writeFileSync(memory, JSON.stringify(hashes));
process.stdout.write(String(changed));
