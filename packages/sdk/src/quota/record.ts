import { priorities, type Priority } from 'sequenzy-transport';

/** One request of one client: its turn is asked for under this number until it has left. */
export interface Turn {
  readonly client: string;
  readonly number: number;
}

/** Asks for a turn; what is above it in the log decides. */
export interface Ask extends Turn {
  readonly kind: 'ask';
  readonly priority: Priority;
  /** Requests of this priority that wait with it, itself included. */
  readonly backlog: number;
  readonly perMinute: number;
  readonly perSecond: number;
}

/** What clients of one quota tell each other, in the order of one log. */
export type QuotaRecord =
  | Ask
  /** The answer to its request is there, or will not come. */
  | (Turn & { readonly kind: 'done' })
  /** It waits no longer. */
  | (Turn & { readonly kind: 'leave' })
  /** Its request has left without asking: the log was out of reach. */
  | (Turn & { readonly kind: 'left'; readonly priority: Priority })
  /** The server asked for a pause of so many milliseconds. */
  | { readonly kind: 'pause'; readonly client: string; readonly milliseconds: number }
  /** A client is there. */
  | { readonly kind: 'join'; readonly client: string; readonly who: Who };

/** For people. */
export interface Who {
  readonly name: string;
  readonly pid: number;
  readonly host: string;
}

/** A record as it is written: short, since there are two or more for each request. */
export function written(record: QuotaRecord): readonly unknown[] {
  switch (record.kind) {
    case 'ask':
      return [
        'ask',
        record.client,
        record.number,
        priorities.indexOf(record.priority),
        record.backlog,
        record.perMinute,
        record.perSecond,
      ];
    case 'left':
      return ['left', record.client, record.number, priorities.indexOf(record.priority)];
    case 'done':
    case 'leave':
      return [record.kind, record.client, record.number];
    case 'pause':
      return ['pause', record.client, record.milliseconds];
    case 'join':
      return ['join', record.client, record.who];
  }
}

/** Undefined where it is not a record: a process was killed as it wrote, or a later release writes others. */
export function recordFrom([kind, ...rest]: readonly unknown[]): QuotaRecord | undefined {
  const [first, number, rank, backlog, perMinute, perSecond] = rest;
  if (typeof first !== 'string') return undefined;
  if (kind === 'join') return isWho(number) ? { kind, client: first, who: number } : undefined;
  if (!isNumber(number)) return undefined;
  if (kind === 'pause') return { kind, client: first, milliseconds: number };
  const turn = { client: first, number };
  if (kind === 'done' || kind === 'leave') return { kind, ...turn };
  const priority = isNumber(rank) ? priorities[rank] : undefined;
  if (priority === undefined) return undefined;
  if (kind === 'left') return { kind, ...turn, priority };
  if (kind !== 'ask' || !isNumber(backlog)) return undefined;
  if (!isNumber(perMinute) || !isNumber(perSecond)) return undefined;
  return { kind, ...turn, priority, backlog, perMinute, perSecond };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isWho(value: unknown): value is Who {
  if (typeof value !== 'object' || value === null) return false;
  const { name, pid, host } = value as Partial<Record<keyof Who, unknown>>; // looked at here
  return typeof name === 'string' && typeof host === 'string' && isNumber(pid);
}
