import type { Hold } from './hold.ts';
import { count, number, wholeDuration } from './wording.ts';

/** What a live bar shows. */
export interface BarState {
  /** What is counted, such as `product`. */
  readonly noun: string;
  readonly done: number;
  readonly of: number;
  /** Requests that have left. */
  readonly requests: number;
  /** Records a second; undefined while that says nothing. */
  readonly speed?: number | undefined;
  /** What the next request waits for; undefined while that is the ordinary pace. */
  readonly wait?: Hold | undefined;
  /** Milliseconds until the end; undefined where nothing says when that is. */
  readonly left?: number | undefined;
}

const barWidth = 20;

const leastImportantFirst = [
  'speed',
  'requests',
  'why',
  'bar',
  'noun',
  'wait',
  'count',
  'left',
] as const;

type Part = (typeof leastImportantFirst)[number] | 'percent';

/** As much of it as fits into so many columns. A part is shown whole or not at all. */
export function barLine(state: BarState, columns: number): string {
  const parts = partsOf(state);
  for (const part of leastImportantFirst) {
    const line = joined(parts);
    if (line.length <= columns) return line;
    parts.delete(part);
  }
  const line = joined(parts);
  return line.length <= columns ? line : '';
}

function partsOf({ noun, done, of, requests, speed, wait, left }: BarState): Map<Part, string> {
  const share = of === 0 ? 1 : Math.min(1, done / of);
  const full = Math.floor(share * barWidth);
  const counted = `${number(done)}/${count(of, noun)}`;
  const isBusy = wait === undefined;
  const all: readonly (readonly [Part, string | undefined])[] = [
    ['bar', '█'.repeat(full) + '░'.repeat(barWidth - full)],
    ['percent', `${String(Math.floor(share * 100)).padStart(3)}%`],
    ['count', counted.slice(0, counted.indexOf(' '))],
    ['noun', counted.slice(counted.indexOf(' ') + 1)],
    ['requests', isBusy ? count(requests, 'request') : undefined],
    ['speed', isBusy && speed !== undefined ? `${number(speed)}/s` : undefined],
    ['wait', isBusy ? undefined : `waiting ${wholeDuration(wait.milliseconds)}`],
    ['why', isBusy ? undefined : `(${wait.why})`],
    ['left', left === undefined ? undefined : `ETA ${wholeDuration(left)}`],
  ];
  const shown = all.filter((part): part is readonly [Part, string] => part[1] !== undefined);
  return new Map(shown);
}

/** These belong to the part before them. */
const close: ReadonlySet<Part> = new Set(['percent', 'noun', 'why']);

function joined(parts: ReadonlyMap<Part, string>): string {
  let line = '';
  for (const [part, text] of parts) {
    if (line !== '') line += close.has(part) ? ' ' : '  ';
    line += text;
  }
  return line;
}
