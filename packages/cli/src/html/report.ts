import { isRecord } from 'sequenzy-contract';
import type { FailureParts } from 'sequenzy-jobs/report/advice.ts';
import { placeText, sentenceOf, type Reject } from 'sequenzy-jobs/report/reject.ts';
import type { Difference, Figure, Report } from 'sequenzy-pages';
import { stoppedLine } from '../terminal/flags.ts';
import type { RunListener } from './run-listener.ts';

const mostPlaces = 20;
const mostDifferences = 500;

export interface RunWords {
  /** `orders backfill` */
  readonly command: string;
  readonly argv: readonly string[];
}

/** What a run tells of itself, whatever it was: of its result and of what was heard of it. */
export function reportOf(
  result: object,
  heard: RunListener,
  { command, argv }: RunWords,
): Omit<Report, 'rehearsal'> {
  const summary: unknown = 'summary' in result ? result.summary : result;
  const told = isRecord(summary) ? summary : {};
  const stoppedBy = told['stoppedBy'];
  return {
    command,
    status: textOf(told['status']) ?? 'completed',
    startedAt: new Date(heard.startedAt).toISOString(),
    durationMs: typeof told['durationMs'] === 'number' ? told['durationMs'] : 0,
    files: filesOf(told['source']),
    figures: [
      ...figuresOf(told['records']),
      ...figuresOf(told['events'], ' events'),
      ...storedOf(told['stored']),
      ...figuresOf(told['counts']),
      ...figuresOf(told['requests'], ' requests'),
    ],
    requestsPerMinute: heard.requestsPerMinute ?? null,
    timeline: heard.timeline,
    rejects: rejectsOf(Reflect.get(result, 'rejects')),
    rejectsFile: textOf(told['rejectsFile']) ?? null,
    restocks: restocksOf(Reflect.get(result, 'plan'), told['backInStockEventsTriggered']),
    differences: differencesOf(Reflect.get(result, 'products')),
    history: (Reflect.get(result, 'history') ?? null) as Report['history'], // of a backfill only
    warnings: listOf(told['warnings']).map(String),
    stoppedBy: isRecord(stoppedBy) ? stoppedLine(stoppedBy as unknown as FailureParts) : null, // as every job says it
    options: argv,
    versions: [
      { name: 'sequenzy-cli', value: __VERSION__ },
      { name: 'Node', value: process.version },
      { name: 'Platform', value: `${process.platform} ${process.arch}` },
    ],
    isMasked: true,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function filesOf(source: unknown): readonly string[] {
  return isRecord(source) ? listOf(source['files']).map(String) : [];
}

/** Numbers by their names: `notAttempted` is `not attempted`. */
function figuresOf(value: unknown, noun = ''): readonly Figure[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, one]) => {
    const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return typeof one === 'number' ? [{ name: words + noun, value: one }] : [];
  });
}

/** Orders that a backfill has stored as events. */
function storedOf(stored: unknown): readonly Figure[] {
  const orders = isRecord(stored) ? stored['orders'] : undefined;
  return typeof orders === 'number' ? [{ name: 'stored as events', value: orders }] : [];
}

function rejectsOf(value: unknown): Report['rejects'] {
  const groups = new Map<string, { reason: string; count: number; places: string[] }>();
  for (const { reasons } of listOf(value) as readonly Reject[]) {
    for (const reason of reasons) {
      const name = sentenceOf({ ...reason, value: null });
      const group = groups.get(name) ?? { reason: name, count: 0, places: [] };
      group.count += 1;
      const shown = reason.value === null ? '' : ` ${JSON.stringify(reason.value)}`;
      if (group.places.length < mostPlaces) group.places.push(placeText(reason) + shown);
      groups.set(name, group);
    }
  }
  return [...groups.values()].sort((one, other) => other.count - one.count);
}

function restocksOf(plan: unknown, told: unknown): Report['restocks'] {
  const restocks = isRecord(plan) ? plan['restocks'] : undefined;
  if (!isRecord(restocks)) return null;
  const { products, variants } = restocks;
  if (typeof products !== 'number' || typeof variants !== 'number') return null;
  return { products, variants, told: typeof told === 'number' ? told : 0 };
}

function differencesOf(value: unknown): readonly Difference[] {
  return listOf(value)
    .filter(isRecord)
    .filter((one) => Array.isArray(one['differences']))
    .slice(0, mostDifferences)
    .map((one) => ({
      productId: String(one['productId']),
      status: String(one['status']),
      fields: listOf(one['differences'])
        .filter(isRecord)
        .map(({ path, file, stored }) => ({
          path: String(path),
          file: shown(file),
          stored: shown(stored),
        })),
    }));
}

function shown(value: unknown): string {
  return value === undefined ? '–' : JSON.stringify(value);
}
