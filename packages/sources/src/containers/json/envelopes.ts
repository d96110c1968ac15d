import { isObject, isRecord } from 'sequenzy-contract';

/** Where the documents of a JSON text lie: keys, with points between them where one lies inside another. */
export interface Envelopes {
  /** Hold an array of documents, or the only one: `products`. */
  readonly lists: readonly string[];
  /** Hold an object whose keys are the ids of the documents in it. */
  readonly keyed: readonly string[];
}

/** Whether an object holds others, and is not a document itself. */
export function isEnvelope(
  value: Readonly<Record<string, unknown>>,
  envelopes: Envelopes,
): boolean {
  return [...envelopes.lists, ...envelopes.keyed].some((path) => {
    const inner = valueAt(value, path);
    return isObject(inner);
  });
}

/** The only document of an envelope; the value itself where it is none. */
export function onlyInside(value: unknown, { lists }: Envelopes): unknown {
  return lists.map((path) => valueAt(value, path)).find(isRecord) ?? value;
}

/** What stands under keys with points between them: `message.data`. */
export function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}

/** What a reader of documents says about where they lie. */
export function envelopesOf({
  envelopes,
  keyedEnvelopes = [],
}: {
  readonly envelopes: readonly string[];
  readonly keyedEnvelopes?: readonly string[];
}): Envelopes {
  return { lists: envelopes, keyed: keyedEnvelopes };
}
