// npm run bench [-- <name>…]: every benchmark, or those named, as one table. Each can be told a size: `-- sync=20000`.
// Goals are for two cores with nothing else on them. CPU seconds and ratios hold on a busy machine, too.
import * as batch from './batch.mjs';
import * as calls from './calls.mjs';
import * as daily from './daily.mjs';
import * as database from './database.mjs';
import * as gaps from './gaps.mjs';
import * as memory from './memory.mjs';
import * as sharing from './sharing.mjs';
import * as sync from './sync.mjs';
import * as totals from './totals.mjs';
import * as workbook from './workbook.mjs';

const benches = { sync, batch, daily, memory, workbook, database, totals, gaps, sharing, calls };
const chosen = process.argv.slice(2).map((word) => word.split('='));
const unknown = chosen.find(([name]) => !(name in benches));
if (unknown !== undefined) {
  console.error(`"${unknown[0]}" is none of ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const widths = [44, 10, 10, 10, 12];
print(['', 'time', 'CPU', 'peak', 'goal']);
for (const [name, size] of chosen.length > 0 ? chosen : Object.keys(benches).map((one) => [one])) {
  console.log(`\n${benches[name].title}`);
  for await (const row of benches[name].measure(size === undefined ? undefined : Number(size))) {
    print([`  ${row.what}`, row.time ?? '', row.cpu ?? '', row.peak ?? '', row.goal ?? '']);
  }
}

function print(cells) {
  console.log(
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[at])))
      .join(''),
  );
}
