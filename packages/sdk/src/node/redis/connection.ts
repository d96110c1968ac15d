import type { createClient } from '@redis/client';
import { QuotaSetupError } from '../../quota/quota-book.ts';

/** One entry of the stream. */
export interface Entry {
  readonly id: string;
  readonly text: string;
}

/** What the log of a quota asks of Redis. Each is one round trip, done whole or not at all. */
export interface Connected {
  /** Appends texts, and reads what stands behind an id, if one is given. */
  exchange(
    stream: string,
    texts: readonly string[],
    after: string | undefined,
  ): Promise<{ readonly ids: readonly string[]; readonly entries: readonly Entry[] }>;
  get(key: string): Promise<string | null>;
  setAndTell(key: string, value: string, stream: string, texts: readonly string[]): Promise<void>;
  /** Sets a key, and drops entries before an id. */
  snapshot(key: string, value: string, stream: string, from: string): Promise<void>;
  /** Which start of the server it is, and how many milliseconds ago that was. */
  server(): Promise<{ readonly runId: string; readonly uptime: number }>;
  /** Keeps the process alive until it is released. */
  hold(): void;
  release(): void;
}

/** A day without a request, and nothing is left. */
const seconds = 86_400;

/** @throws where `@redis/client` is not installed or Redis cannot be reached. */
export async function connectTo(url: string, onReconnect: () => void): Promise<Connected> {
  const create = await loadDriver();
  const client = create({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 5000, reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, 1000) },
  });
  let holders = 0;
  client.on('error', () => undefined); // what asks hears of it
  client.on('reconnecting', onReconnect);
  client.on('ready', () => {
    if (holders === 0) client.unref();
  });
  await client.connect();
  return {
    exchange: async (stream, texts, after) => {
      const all = client.multi();
      for (const text of texts) all.xAdd(stream, '*', { r: text });
      all.expire(stream, seconds);
      if (after !== undefined) all.xRead({ key: stream, id: after });
      const replies: unknown[] = await all.exec();
      const ids = replies.slice(0, texts.length).map(String);
      return { ids, entries: after === undefined ? [] : entriesIn(replies.at(-1)) };
    },
    get: (key) => client.get(key),
    setAndTell: async (key, value, stream, texts) => {
      const all = client.multi().set(key, value, { EX: 30 * seconds });
      for (const text of texts) all.xAdd(stream, '*', { r: text });
      await all.exec();
    },
    snapshot: async (key, value, stream, from) => {
      await client
        .multi()
        .set(key, value, { EX: 2 * seconds })
        .xTrim(stream, 'MINID', Number(from.split('-')[0]))
        .exec();
    },
    server: async () => {
      const text = await client.info('server');
      const valueOf = (name: string): string =>
        new RegExp(`^${name}:(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
      return { runId: valueOf('run_id'), uptime: Number(valueOf('uptime_in_seconds')) * 1000 };
    },
    hold: () => {
      holders += 1;
      client.ref();
    },
    release: () => {
      holders -= 1;
      if (holders === 0) client.unref();
    },
  };
}

async function loadDriver(): Promise<typeof createClient> {
  try {
    return (await import('@redis/client')).createClient;
  } catch (cause) {
    if (!String((cause as { code?: unknown }).code).endsWith('MODULE_NOT_FOUND')) throw cause; // Node's own
    const message = 'redisRateLimit needs the package @redis/client: npm install @redis/client';
    throw new QuotaSetupError(message, { cause });
  }
}

/** `[{ name, messages: [{ id, message: { r } }] }]`, or null where nothing came. */
function entriesIn(reply: unknown): Entry[] {
  const streams = (reply ?? []) as readonly Stream[]; // the driver's own shape
  return streams.flatMap(({ messages }) =>
    messages.map(({ id, message }) => ({ id, text: message['r'] ?? '[]' })),
  );
}

interface Stream {
  readonly messages: readonly { readonly id: string; readonly message: Record<string, string> }[];
}
