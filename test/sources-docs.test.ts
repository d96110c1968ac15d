import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  describeSource,
  listOrderSources,
  listSources,
  type SourceDescription,
} from 'sequenzy-sources';
import { describe, expect, it } from 'vitest';
import { flagWording } from '../packages/cli/src/terminal/flags.ts';

const path = join(import.meta.dirname, '../docs/sources.md');
const parts = readFileSync(path, 'utf8').split(/^#{2,3} /m);

/** What stands below a heading. */
function sectionOf(heading: string): string {
  const part = parts.find((one) => one.startsWith(`${heading}\n`)) ?? '';
  return unlaid(part.slice(heading.length));
}

/** Without what a formatter does to tables. */
function unlaid(markdown: string): string {
  return markdown.replace(/-{3,}/g, '---').replace(/\s+/g, ' ').trim();
}

/** A format as the document describes it. */
function described(source: SourceDescription): string {
  const { label, files, recognises, needs, maps, assumes } = source;
  const rows = Object.entries(maps).map(([field, from]) => `| \`${field}\` | ${from} |`);
  return [
    `${label}. ${files}.`,
    `Recognised by: ${recognises.join('; ')}.`,
    ...(needs.length === 0 ? [] : [`Must be given: ${needs.join('; ')}.`]),
    ['| Field | Comes from |', '| --- | --- |', ...rows].join('\n'),
    ...(assumes.length === 0 ? [] : ['Assumed:', assumes.map((one) => `- ${one}`).join('\n')]),
  ].join('\n\n');
}

const formats = [
  ...listSources().map((source) => [source.name, describeSource(source, flagWording)] as const),
  ...listOrderSources().map(
    (source) => [`Orders of ${source.name}`, describeSource(source, flagWording)] as const,
  ),
];

describe('docs/sources.md', () => {
  it.each(formats)('says of %s what sources show says', (heading, source) => {
    expect(sectionOf(heading)).toBe(unlaid(described(source)));
  });
});
