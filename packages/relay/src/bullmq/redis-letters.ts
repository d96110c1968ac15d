import { randomUUID } from 'node:crypto';
import type { DeadLetter, NewLetter } from '../queue/event.ts';
import type { DeadLetters } from '../queue/queue.ts';
import type { RedisClient } from './driver.ts';

/** Moves a field from one hash to another, whole or not at all. */
const move = `local text = redis.call('HGET', KEYS[1], ARGV[1])
if not text then return 0 end
redis.call('HSET', KEYS[2], ARGV[1], text)
redis.call('HDEL', KEYS[1], ARGV[1])
return 1`;

/** Dead letters in Redis: one hash of those that wait, one of those that are to be tried again. */
export class RedisLetters implements DeadLetters {
  readonly #client: RedisClient;
  readonly #dead: string;
  readonly #retry: string;

  /** @param prefix Begins the names of its keys. */
  constructor(client: RedisClient, prefix: string) {
    this.#client = client;
    this.#dead = `${prefix}:dead`;
    this.#retry = `${prefix}:retry`;
  }

  async bury(letter: NewLetter, now: number): Promise<void> {
    const id = `${String(now)}-${randomUUID().slice(0, 8)}`;
    const whole: DeadLetter = { ...letter, id, buriedAt: now };
    await this.#client.hset(this.#dead, id, JSON.stringify(whole));
  }

  count(): Promise<number> {
    return this.#client.hlen(this.#dead);
  }

  async *list(): AsyncGenerator<DeadLetter, void, undefined> {
    yield* lettersIn(await this.#client.hgetall(this.#dead));
  }

  async get(id: string): Promise<DeadLetter | undefined> {
    const text = await this.#client.hget(this.#dead, id);
    return text === null ? undefined : letterOf(text);
  }

  async retry(id: string): Promise<boolean> {
    return (await this.#client.eval(move, 2, this.#dead, this.#retry, id)) === 1;
  }

  async drop(id: string): Promise<boolean> {
    return (await this.#client.hdel(this.#dead, id)) === 1;
  }

  /** Deletes those that are meant, also of the ones that are to be tried again; gives back how many they are. */
  async erase(isMeant: (letter: DeadLetter) => boolean, dryRun: boolean): Promise<number> {
    let count = 0;
    for (const hash of [this.#dead, this.#retry]) {
      const found = lettersIn(await this.#client.hgetall(hash)).filter(isMeant);
      count += found.length;
      if (!dryRun) for (const { id } of found) await this.#client.hdel(hash, id);
    }
    return count;
  }

  /** Hands over each letter that is to be tried again, and then lets go of it. */
  async readmit(readmit: (letter: DeadLetter) => Promise<void>): Promise<void> {
    for (const letter of lettersIn(await this.#client.hgetall(this.#retry))) {
      await readmit(letter);
      await this.#client.hdel(this.#retry, letter.id);
    }
  }
}

function lettersIn(hash: Readonly<Record<string, string>>): readonly DeadLetter[] {
  return Object.values(hash)
    .map(letterOf)
    .sort((one, other) => one.buriedAt - other.buriedAt);
}

function letterOf(text: string): DeadLetter {
  return JSON.parse(text) as DeadLetter; // written by this class
}
