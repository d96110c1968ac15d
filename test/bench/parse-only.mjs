// What csv-parse alone takes.
import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';

let rows = 0;
for await (const row of createReadStream(process.argv[2]).pipe(parse({ columns: true }))) {
  if (row.productId !== '') rows += 1;
}
process.stdout.write(String(rows));
