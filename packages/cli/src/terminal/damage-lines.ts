import { placeText, sentenceOf } from 'sequenzy-jobs/report/reject.ts';
import { leftOf, type Damage, type Repaired } from 'sequenzy-jobs/catalog/check/damage.ts';
import type { Found } from 'sequenzy-jobs/catalog/check/findings.ts';
import type { LabelledLines } from './labelled.ts';
import { count, number } from './wording.ts';

/** Findings of a kind on the screen. */
const mostShown = 5;

/** What was found, by kind, and what became of it. */
export function printDamage(damage: Damage, lines: LabelledLines): void {
  for (const { kind, count: all, listed } of damage.findings.kinds) {
    const label = ['yellow', names[kind]] as const;
    for (const finding of listed.slice(0, mostShown)) lines.line(label, findingLine(finding));
    if (all > mostShown) lines.line(label, `and ${number(all - mostShown)} more`);
  }
  lines.line('found', foundLine(damage));
  const { repaired } = damage;
  if (repaired === undefined) return;
  const what = repairsLine(repaired);
  const left = `${count(leftOf(damage), 'finding')} left for you to look at`;
  lines.line(
    what === '' ? 'copied' : 'repaired',
    `${repaired.file}: ${what || 'there was nothing to repair'}; ${left}`,
  );
}

/** `6 cells, 1 row left out` */
function repairsLine({ cells, rows }: Repaired): string {
  return [
    ...(cells > 0 ? [count(cells, 'cell')] : []),
    ...(rows > 0 ? [`${count(rows, 'row')} left out`] : []),
  ].join(', ');
}

/** `476 findings: 375 apostrophe, 60 compare-at, 41 duplicate key; --fix <file> repairs 426` */
function foundLine({ findings, notInspected, repaired }: Damage): string {
  const isLookedOver = notInspected.length === 0;
  if (findings.count === 0) return isLookedOver ? 'no damage' : notLookedOver;
  const kinds = findings.kinds.map(({ kind, count: all }) => `${number(all)} ${names[kind]}`);
  const hint =
    findings.certain > 0 && repaired === undefined
      ? `; --fix <file> repairs ${number(findings.certain)}`
      : '';
  const rest = isLookedOver ? '' : `; ${notLookedOver}`;
  return `${count(findings.count, 'finding')}: ${kinds.join(', ')}${hint}${rest}`;
}

const notLookedOver = 'no damage was looked for: only CSV and workbooks can have it';

/** `products.csv:17  Variant Barcode: begins with … (got "'0123"); certain repair: "0123"` */
function findingLine({ column, value, repair, ...finding }: Found): string {
  const from = firstDifference(value, repair);
  const shown = value === undefined ? null : excerpt(value, from);
  const sentence = sentenceOf({
    column: column ?? null,
    message: finding.problem,
    value: shown,
  });
  const isOpen = repair === undefined && !finding.isCertain;
  const better = repair === undefined ? undefined : excerpt(repair, from);
  return `${placeText(finding)}  ${sentence}${isOpen ? '' : `; ${proposed(better, finding)}`}`;
}

/** Without a repair it is the row that goes. */
function proposed(repair: string | undefined, { isCertain }: Pick<Found, 'isCertain'>): string {
  const what =
    repair === undefined ? 'without it' : repair === '' ? 'an empty cell' : JSON.stringify(repair);
  return `${isCertain ? 'certain' : 'possible'} repair: ${what}`;
}

/** What the kinds are called on the screen. */
const names: Readonly<Record<Found['kind'], string>> = {
  'lost-digits': 'lost digits',
  'lost-zeros': 'lost zeros',
  apostrophe: 'apostrophe',
  date: 'date',
  'decimal-comma': 'decimal comma',
  mojibake: 'mojibake',
  'currency-switch': 'currency switch',
  'duplicate-key': 'duplicate key',
  'compare-at': 'compare-at',
  'shifted-row': 'shifted row',
  'repeated-header': 'header again',
  'too-large': 'too large',
  'html-title': 'html title',
  'unknown-product': 'unknown product',
};

/** Makes room for whatever may be found, so that what is printed before it stands in the same column. */
export function fitFindings(lines: LabelledLines): void {
  for (const name of Object.values(names)) lines.fit(name);
}

const longest = 60;

/** The part of a long text in which the damage is. */
function excerpt(text: string, from: number): string {
  if (text.length <= longest) return text;
  const start = Math.max(0, from - longest / 3);
  const part = text.slice(start, start + longest);
  return `${start > 0 ? '…' : ''}${part}${start + longest < text.length ? '…' : ''}`;
}

function firstDifference(value = '', repair = value): number {
  const at = Array.from(value).findIndex((character, index) => character !== repair[index]);
  return Math.max(at, 0);
}
