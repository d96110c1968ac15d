import type { Rehearsal, Start, ValuesOverTime } from 'sequenzy-pages';
import { LabelledLines } from './labelled.ts';
import type { Printer } from './printer.ts';
import { count, duration, number, wholeDuration } from './wording.ts';

/** Sequences that are named. */
const mostNamed = 10;
const blocks = '▁▂▃▄▅▆▇█';
const columns = 32;

/** What a rehearsal says before and after the job that it rehearses. */
export class RehearsalLines {
  readonly #lines: LabelledLines;
  readonly #isQuiet: boolean;

  constructor(printer: Printer, isQuiet: boolean) {
    this.#lines = new LabelledLines(printer);
    this.#isQuiet = isQuiet;
  }

  begins(command: string, start: Start): void {
    if (this.#isQuiet) return;
    this.#lines.line(
      'rehearsal',
      `${command} with a company in memory, the real limits and a fast clock: nothing is sent`,
    );
    this.#lines.line('start', startText(start));
  }

  ends({ requests, events, sequences, backInStock, values, ...took }: Rehearsal): void {
    if (this.#isQuiet) return;
    const lines = this.#lines;
    const { durationMs, rehearsedMs } = took;
    lines.line(
      'would take',
      `${wholeDuration(durationMs)} (rehearsed in ${duration(rehearsedMs)})`,
    );
    lines.line('requests', requestsText(requests));
    const fired = Object.entries(events).map(([name, times]) => `${number(times)} ${name}`);
    lines.line('events', fired.length === 0 ? 'none would be fired' : fired.join(', '));
    lines.line('sequences', sequencesText(sequences));
    if (backInStock > 0) {
      const people = count(backInStock, 'person', 'people');
      lines.line('back in stock', `${people} would be e-mailed`);
    }
    if (values !== undefined) lines.line('values', valuesText(values, durationMs));
  }
}

function startText({ from, products, sequences, subscribers }: Start): string {
  if (from === 'nothing') return 'an empty company: everything counts as new, and nobody waits';
  const held = [count(products, 'product'), count(sequences, 'sequence')];
  if (from === 'api')
    return `${held.join(' and ')} of the API, and what was sent before; subscribers cannot be listed, so nobody waits for a product`;
  return `a sandbox with ${[...held, count(subscribers, 'subscriber')].join(', ')}`;
}

function requestsText({ sent, overLimit, failed }: Rehearsal['requests']): string {
  const others = [
    ...(overLimit > 0 ? [`${number(overLimit)} refused with 429`] : []),
    ...(failed > 0 ? [`${number(failed)} failed`] : []),
  ];
  return [number(sent), ...others].join(', ');
}

function sequencesText(sequences: Rehearsal['sequences']): string {
  if (sequences.length === 0) return 'the company has none';
  const entered = sequences
    .filter(({ people }) => people > 0)
    .sort((one, other) => other.people - one.people);
  if (entered.length === 0) return `none of ${number(sequences.length)} would start`;
  const named = entered
    .slice(0, mostNamed)
    .map(({ name, people }) => `${count(people, 'person', 'people')} would enter ${name}`);
  const more = entered.length - named.length;
  return [...named, ...(more > 0 ? [`and ${number(more)} more sequences`] : [])].join('; ');
}

/** `▁▂▄▆█ 30,000 customers: half have their final values after 8 h, all after 16 h 40 min` */
function valuesText(
  { customers, halfMs, allMs, curve }: ValuesOverTime,
  durationMs: number,
): string {
  const when = `half have their final lifetime values after ${wholeDuration(halfMs)}, all after ${wholeDuration(allMs)}`;
  return `${sparkline(curve, customers, durationMs)} ${count(customers, 'customer')}: ${when}`;
}

/** A character for each part of the time, by how many have their values by then. */
function sparkline(curve: ValuesOverTime['curve'], customers: number, durationMs: number): string {
  return Array.from({ length: columns }, (_, column) => {
    const until = (durationMs * (column + 1)) / columns;
    const reached = curve.reduce((most, point) => (point.at <= until ? point.customers : most), 0);
    return blocks[Math.round((reached / customers) * (blocks.length - 1))] ?? '';
  }).join('');
}
