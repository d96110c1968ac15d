import type { Mapping, Proposal, ProposedColumn } from 'sequenzy-sources';
import { cellsOf, padEnd, shortened } from './cells.ts';
import { inFlags } from './flags.ts';
import type { LabelledLines } from './labelled.ts';
import { number } from './wording.ts';

const longestName = 28;
const longestUse = 34;
const longestSample = 20;
const mostSamples = 3;
/** Fields of a customer. */
const personal = ['email', 'firstName', 'lastName', 'externalId'];
/** More columns that are not used are counted. */
const mostUnused = 8;

/** Shows column by column how a file is read that no platform has written. */
export function showProposal(proposal: Proposal, lines: LabelledLines, verb: string): void {
  const { file, rows, isWhole, columns, notes } = proposal;
  const shown = `${number(Math.min(rows, mostSamples))} of ${isWhole ? '' : 'more than '}${number(rows)} rows shown`;
  lines.fit(file);
  lines.line(file, `not an export we know; ${verb} (${shown})`);
  const names = Math.max(...columns.map(({ name }) => cellsOf(oneLine(name, longestName))));
  const uses = Math.max(...columns.map((column) => cellsOf(useOf(column))));
  const unused = columns.filter((column) => column.uses.length === 0);
  const hidden = new Set(unused.slice(mostUnused));
  for (const column of columns.filter((one) => !hidden.has(one))) {
    const name = padEnd(oneLine(column.name, longestName), names);
    lines.row(column.uses.length === 0 ? `${name}  not used` : used(name, column, uses));
  }
  if (hidden.size > 0) lines.line('', `and ${number(hidden.size)} more columns that are not used`);
  for (const note of notes) lines.line(['yellow', 'note'], note);
}

/** What has to be settled first. */
export function tellProblems({ problems }: Proposal, lines: LabelledLines): void {
  for (const { problem, advice } of problems)
    lines.line(['yellow', 'open'], `${problem}. ${inFlags(advice)}`);
}

function used(name: string, column: ProposedColumn, width: number): string {
  return `${name}  -> ${padEnd(useOf(column), width)} ${samplesOf(column)}`.trimEnd();
}

function useOf({ uses }: ProposedColumn): string {
  return oneLine(uses.join(', '), longestUse);
}

function samplesOf({ uses, samples }: ProposedColumn): string {
  const isPersonal = uses.some((use) => personal.includes(use));
  return samples
    .map((sample) => oneLine(hidden(sample, isPersonal), longestSample) || '""')
    .join(', ');
}

/** `al@shop.example` is `a…@shop.example` wherever it stands, and a name `A…`: samples are pasted into tickets. */
function hidden(sample: string, isPersonal: boolean): string {
  if (sample.includes('@')) return sample.replace(/([^\s@])[^\s@]*@/g, '$1…@');
  return isPersonal ? sample.replace(/(\S)\S+/g, '$1…') : sample;
}

function oneLine(text: string, cells: number): string {
  return shortened(text.replace(/\s+/g, ' ').trim(), cells, '…');
}

/** A mapping as the text of a file, a field a line. */
export function mappingText(mapping: Mapping): string {
  const parts = Object.entries(mapping).map(
    ([name, part]) =>
      `  ${JSON.stringify(name)}: ${isFields(part) ? fieldLines(part) : inline(part)}`,
  );
  return ['{', parts.join(',\n'), '}'].join('\n');
}

function isFields(part: unknown): part is object {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

function fieldLines(fields: object): string {
  const lines = Object.entries(fields).map(
    ([name, rule]) => `    ${JSON.stringify(name)}: ${inline(rule)}`,
  );
  return ['{', lines.join(',\n'), '  }'].join('\n');
}

/** On one line, with a space behind each comma and colon. */
function inline(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${inline(member)}`,
  );
  return `{ ${members.join(', ')} }`;
}
