// node test/cases/share.mjs <folder>… : how many files of products go in, and what each needs, as a table for docs/sources.md.
// A file is named by its origin, where origins.tsv beside this script has one, and never by what is in it.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn, runOnce } from './run-once.mjs';

/** What a user may have to say, the least first. A terminal asks for the currency while it shows the mapping: one answer. */
const answers = [
  { needs: 'nothing', options: () => [] },
  { needs: 'currency', options: (currency) => ['--currency', currency] },
  { needs: 'mapping accepted', options: () => ['--map', 'auto'] },
  // Where amounts say their currency and not which sign comes before the decimals.
  {
    needs: 'mapping accepted with its decimal separator',
    options: () => ['--map', 'auto', '--decimal', '.'],
  },
  {
    needs: 'mapping accepted with its currency',
    options: (currency) => ['--map', 'auto', '--currency', currency],
  },
];
/** A file goes in when so many of its products do; the others are refused one by one, with the reason. */
const enough = 0.9;

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('usage: node test/cases/share.mjs <folder>…');
  process.exit(2);
}
const origins = new Map(
  readFileSync(join(import.meta.dirname, 'origins.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t')),
);
const rows = [];
for (const file of folders.flatMap(filesIn)) {
  const [origin, kind = 'products'] = (origins.get(basename(file)) ?? basename(file)).split(' | ');
  if (kind !== 'products') continue;
  rows.push({ origin, ...(await tried(file)) });
  console.error(
    `${rows.at(-1).isIn ? 'in ' : 'OUT'} ${file}: ${rows.at(-1).needs}: ${rows.at(-1).result}`,
  );
}
const catalogs = rows.filter(({ other }) => other === undefined);
const within = catalogs.filter(({ isIn }) => isIn).length;
const share = Math.round((100 * within) / catalogs.length);
console.log(`${within} of ${catalogs.length} files (${share} %) go in with at most one answer.\n`);
console.log('| origin | needed | result |\n| --- | --- | --- |');
for (const { origin, needs, result } of catalogs)
  console.log(`| ${origin} | ${needs} | ${result} |`);
for (const { origin, other } of rows) {
  if (other !== undefined) console.log(`| ${origin} | not counted | ${other} |`);
}

async function tried(file) {
  let last;
  let currency = 'EUR';
  for (const { needs, options } of answers) {
    last = await runOnce(['catalog', 'sync', file, ...options(currency)]);
    currency = currencyIn(last) ?? currency;
    const { records, exitCode } = last.report ?? {};
    const counts = records ?? { read: 0, accepted: 0 };
    const isIn = counts.read > 0 && counts.accepted >= counts.read * enough;
    if (isIn && (exitCode === 0 || exitCode === 3)) {
      const refused = counts.read - counts.accepted;
      const result = `${counts.accepted} accepted${refused > 0 ? `, ${refused} refused` : ''}`;
      return { needs, isIn, result };
    }
  }
  return { needs: 'more', isIn: false, result: reasonOf(last) };
}

/** Where a file has prices in several currencies, the message names them. */
function currencyIn({ report }) {
  const [, code] =
    /Choose one: --currency ([A-Z]{3})/.exec(report?.stoppedBy?.nextStep ?? '') ?? [];
  return code;
}

/** The reason in words, without places, headings and cells of the file. */
function reasonOf({ report, complaint }) {
  const { records, stoppedBy } = report ?? {};
  const reason = stoppedBy?.message;
  if (reason === undefined) {
    return records === undefined ? complaint : `${records.accepted} of ${records.read} accepted`;
  }
  return reason
    .replace(/^\S+?(, line \d+)?(, column "[^"]*")?: /, '')
    .replace(/\. Its columns are: .*/s, '')
    .replace(/ \([^)]*\)/g, '')
    .replace(/".*"/gs, '…')
    .replace(/\p{Sc}?\d[\d.,]+/gu, '…');
}
