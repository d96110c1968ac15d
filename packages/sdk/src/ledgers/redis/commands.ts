/** What is needed of a driver: a client of `@redis/client` (or `redis`), or of `ioredis`. */
export type RedisClient =
  | { sendCommand(command: string[]): Promise<unknown> }
  | { call(name: string, ...values: string[]): Promise<unknown> };

/** One command and its values. */
export type Send = (...command: [string, ...string[]]) => Promise<unknown>;

/** ioredis has a `sendCommand` too, of another kind. */
export function commandsOf(client: RedisClient): Send {
  if ('call' in client) return (name, ...values) => client.call(name, ...values);
  return (...command) => client.sendCommand(command);
}

/** A script: what it does is done whole or not at all. */
export function script(send: Send, lua: string, keys: readonly string[]) {
  return (...values: string[]): Promise<unknown> =>
    send('EVAL', lua, String(keys.length), ...keys, ...values);
}

/** Names in a hash, each once: Redis itself may give one twice. */
export async function* fieldsOf(send: Send, hash: string): AsyncGenerator<string[]> {
  const seen = new Set<string>();
  for (let cursor = '0'; ;) {
    const reply = await send('HSCAN', hash, cursor, 'COUNT', '1000');
    const [next, pairs] = reply as [string, string[]]; // as the command answers
    const names = pairs.filter((name, at) => at % 2 === 0 && !seen.has(name));
    for (const name of names) seen.add(name);
    yield names;
    cursor = next;
    if (cursor === '0') return;
  }
}

/** Some drivers answer with an object, others with names and values in turn. */
export function pairsOf(reply: unknown): Map<string, string> {
  if (!Array.isArray(reply)) return new Map(Object.entries(reply as Record<string, string>)); // as the command answers
  const flat = reply as readonly string[]; // as the command answers
  const pairs = flat.map((name, at) => [name, flat[at + 1] ?? ''] as const);
  return new Map(pairs.filter((_, at) => at % 2 === 0));
}
