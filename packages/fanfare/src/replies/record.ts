/** Whether it is an object with members: no list, and not null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The record of an answer: an object with an `id`, or one under `data` (assumed, as lists have it); else undefined. */
export function recordIn(json: unknown): unknown {
  return [json, isRecord(json) && json['data']].find(
    (one) => isRecord(one) && one['id'] !== undefined,
  );
}
