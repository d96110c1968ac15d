import { isRecord } from 'sequenzy-contract';
import type { Answer } from 'sequenzy-transport';
import type { SequenzyAnswerError } from '../errors/errors.ts';
import { contradiction, type Asked } from './contradiction.ts';
import { errorIn, layersOf, mayDeny, shown, type Evidence } from './evidence.ts';
import { requireDone } from './require-done.ts';

/** Products that an upsert does not account for, and why. */
export interface Unconfirmed {
  readonly keys: readonly string[];
  readonly reason: SequenzyAnswerError;
}

/**
 * The products that an upsert leaves in doubt; `undefined` where it confirms all of them. It does so unless it counts
 * fewer than were sent, names others, or holds an error about one: then it confirms those that it names without an error.
 *
 * @throws {SequenzyAnswerError} where it confirms none.
 */
export function unconfirmedIn(
  answer: Answer,
  asked: Asked,
  keys: readonly string[],
): Unconfirmed | undefined {
  requireDone(answer, asked, {});
  const layers = layersOf(answer.json);
  const upserted = layers
    .map((layer) => countIn(layer['upserted']))
    .find((one) => one !== undefined);
  const echoes = layers.flatMap((layer) => echoesIn(layer['products']));
  const sent = new Set(keys);
  const foreign = echoes.find(({ ids }) => !ids.some((id) => sent.has(id)));
  const denied = echoes.find(({ error }) => error !== undefined);
  const isShort = upserted !== undefined && upserted < keys.length;
  if (!isShort && foreign === undefined && denied === undefined) return undefined;
  const confirmed = new Set(echoes.flatMap(({ ids, error }) => (error === undefined ? ids : [])));
  const isWhole = !isShort && foreign === undefined;
  const refused = new Set(echoes.flatMap(({ ids, error }) => (error === undefined ? [] : ids)));
  const missing = keys.filter((key) => (isWhole ? refused.has(key) : !confirmed.has(key)));
  if (missing.length === 0) return undefined;
  const what =
    denied?.error !== undefined
      ? `${denied.error.what} about ${shown(denied.ids[0])}`
      : foreign === undefined
        ? `${String(upserted)} of ${keys.length} products upserted, and the others not named`
        : `another product than was sent: ${shown(foreign.ids[0])}`;
  const reason = contradiction(asked, answer, { what, said: denied?.error?.said });
  if (missing.length === keys.length) throw reason;
  return { keys: missing, reason };
}

function countIn(value: unknown): number | undefined {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof count === 'number' && !Number.isNaN(count) ? count : undefined;
}

/** A product that an answer speaks of. */
interface Echo {
  /** Ids it is named by. */
  readonly ids: readonly string[];
  readonly error: Evidence | undefined;
}

/** Products without any id are left out. */
function echoesIn(products: unknown): Echo[] {
  if (!Array.isArray(products)) return [];
  // Most products of one answer have members of the same names.
  const harmless = new Set<string>();
  const echoes: Echo[] = [];
  for (const product of products) {
    if (!isRecord(product)) continue;
    const ids = [product['productId'], product['providerProductId']]
      .filter((id) => typeof id === 'string' || typeof id === 'number')
      .map(String);
    if (ids.length === 0) continue;
    const names = Object.keys(product).join();
    const isHarmless = harmless.has(names) || !mayDeny(names);
    if (isHarmless) harmless.add(names);
    echoes.push({ ids, error: isHarmless ? undefined : errorIn(product) });
  }
  return echoes;
}
