import type { FeedMemory } from '../runs/feed-memory.ts';
import type { Condition } from './conditions.ts';

/** What a receiver may want to hear of. */
export type Topic = 'failure' | 'recovery' | 'threshold';

/** One change of state of one feed. */
export interface Message {
  readonly feed: string;
  readonly command: string;
  /** What has begun, each with a sentence. */
  readonly raised: readonly { readonly condition: Condition; readonly sentence: string }[];
  /** What is over. */
  readonly cleared: readonly Condition[];
  /** What was told before and still is so. */
  readonly still: readonly Condition[];
  readonly last: FeedMemory['last'];
}

/** The change since a receiver was told last; undefined where there is none that it wants to hear of. */
export function messageFor(
  { name: feed, command, last }: FeedMemory,
  now: ReadonlyMap<Condition, string>,
  told: readonly string[],
  topics: readonly Topic[],
): Message | undefined {
  const raised = [...now]
    .filter(([condition]) => !told.includes(condition) && isWanted(condition, topics))
    .map(([condition, sentence]) => ({ condition, sentence }));
  const cleared = conditions.filter(
    (condition) => told.includes(condition) && !now.has(condition) && topics.includes('recovery'),
  );
  const still = conditions.filter((condition) => told.includes(condition) && now.has(condition));
  const isNews = raised.length + cleared.length > 0;
  return isNews ? { feed, command, raised, cleared, still, last } : undefined;
}

export function isWanted(condition: Condition, topics: readonly Topic[]): boolean {
  return topics.includes(condition === 'failure' ? 'failure' : 'threshold');
}

const conditions: readonly Condition[] = [
  'failure',
  'rejected',
  'restocks',
  'fewer',
  'nothingAccepted',
];

/** `acme/products failed` */
export function subjectOf({ feed, raised, cleared, still }: Message): string {
  if (raised.some(({ condition }) => condition === 'failure')) return `${feed} failed`;
  if (raised.length > 0) return `${feed} needs a look`;
  if (still.length > 0) return `${feed} still needs a look`;
  return cleared.includes('failure') ? `${feed} works again` : `${feed} is back to normal`;
}

/** The whole message as text. */
export function textOf(message: Message): string {
  const { raised, cleared, still, command, last } = message;
  const records = Object.entries(last.records).filter(([, value]) => value > 0);
  const figures = records.map(([name, value]) => `${String(value)} ${name}`).join(', ');
  return [
    `${subjectOf(message)} (sequenzy-cli, ${command})`,
    ...raised.map(({ sentence }) => sentence),
    ...cleared.map((condition) => `Over: ${nouns[condition]}.`),
    ...still.map((condition) => `Still so: ${nouns[condition]}.`),
    ...(figures === '' ? [] : [`Last run: ${figures}.`]),
    last.at,
  ].join('\n');
}

const nouns: Readonly<Record<Condition, string>> = {
  failure: 'the failure',
  rejected: 'too many rejected records',
  restocks: 'too many back-in-stock notifications',
  fewer: 'fewer records than the last time',
  nothingAccepted: 'nothing accepted',
};
