import { isRecord } from 'sequenzy-contract';

/** The record of an answer: an object with an `id`, or one under `data` (assumed, as lists have it); else undefined. */
export function recordIn(json: unknown): unknown {
  return [json, isRecord(json) && json['data']].find(
    (one) => isRecord(one) && one['id'] !== undefined,
  );
}
