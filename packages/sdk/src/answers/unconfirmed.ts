import { isRecord } from 'sequenzy-contract';
import type { Answer } from 'sequenzy-transport';
import type { SequenzyAnswerError } from '../errors/errors.ts';
import { contradiction, type Asked } from './contradiction.ts';
import { layersOf, shown } from './evidence.ts';
import { requireDone } from './require-done.ts';

/** Products that an upsert does not account for, and why. */
export interface Unconfirmed {
  readonly keys: readonly string[];
  readonly reason: SequenzyAnswerError;
}

/**
 * The products that an upsert leaves in doubt; `undefined` where it confirms all of them. It does so unless it counts
 * fewer than were sent or names others: then it confirms those that it names.
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
  const named = layers.flatMap((layer) => namesIn(layer['products']));
  const sent = new Set(keys);
  const foreign = named.find((ids) => ids.every((id) => !sent.has(id)));
  const isShort = upserted !== undefined && upserted < keys.length;
  if (!isShort && foreign === undefined) return undefined;
  const confirmed = new Set(named.flat());
  const missing = keys.filter((key) => !confirmed.has(key));
  if (missing.length === 0) return undefined;
  const what =
    foreign === undefined
      ? `${String(upserted)} of ${keys.length} products upserted, and the others not named`
      : `another product than was sent: ${shown(foreign[0])}`;
  const reason = contradiction(asked, answer, { what, said: undefined });
  if (missing.length === keys.length) throw reason;
  return { keys: missing, reason };
}

function countIn(value: unknown): number | undefined {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof count === 'number' && !Number.isNaN(count) ? count : undefined;
}

/** By product, the ids it is named by; products without any are left out. */
function namesIn(products: unknown): string[][] {
  if (!Array.isArray(products)) return [];
  return products.filter(isRecord).flatMap(({ productId, providerProductId }) => {
    const ids = [productId, providerProductId]
      .filter((id) => typeof id === 'string' || typeof id === 'number')
      .map(String);
    return ids.length === 0 ? [] : [ids];
  });
}
