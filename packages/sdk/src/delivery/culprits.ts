import { isRecord, shortened } from 'sequenzy-contract';
import type { SequenzyError } from '../errors/errors.ts';

/** What the server says against the records it names, by their place in the request. */
export type Culprits = ReadonlyMap<number, string>;

/**
 * The records an error names: in `details` as a list of `{ index | path | key, message }` or as messages by path, or
 * in its sentence as `products[3]` or `products.3`. Empty where it names none.
 *
 * The shape of `details` is not documented; whatever is not understood is passed over.
 */
export function culpritsIn(error: SequenzyError, field: string, keys: readonly string[]): Culprits {
  const said = error.serverMessage ?? error.message;
  const found = new Map<number, string>();
  const blame = (index: number | undefined, message: string): void => {
    if (index === undefined || index < 0 || index >= keys.length) return;
    const earlier = found.get(index);
    found.set(index, earlier === undefined ? message : `${earlier}; ${message}`);
  };
  for (const remark of remarksIn(error.details)) {
    blame(indexIn(remark, field, keys), messageIn(remark) ?? said);
  }
  if (found.size === 0) blame(indexInText(said, field), said);
  return found;
}

type Remark = Readonly<Record<string, unknown>>;

function remarksIn(details: unknown): Remark[] {
  if (Array.isArray(details)) return details.filter(isRecord);
  if (!isRecord(details)) return [];
  const list = Object.values(details).find(Array.isArray);
  if (list !== undefined) return list.filter(isRecord);
  return Object.entries(details).map(([path, message]) => ({ path, message }));
}

function indexIn(remark: Remark, field: string, keys: readonly string[]): number | undefined {
  // A key says for certain which record is meant; from where an index counts is not documented.
  const named = ['productId', 'orderId', 'id', 'key'].map((name) => remark[name]);
  const at = keys.findIndex((key) => named.includes(key));
  if (at !== -1) return at;
  const { index, path } = remark;
  if (typeof index === 'number') return index;
  const written = Array.isArray(path) ? path.join('.') : path;
  return typeof written === 'string' ? indexInText(written, field) : undefined;
}

/** `products[3].title`, `products.3.title` -> 3 */
function indexInText(text: string, field: string): number | undefined {
  const [, bracketed, dotted] =
    new RegExp(`\\b${field}(?:\\[(\\d+)\\]|\\.(\\d+)\\b)`).exec(text) ?? [];
  const digits = bracketed ?? dotted;
  return digits === undefined ? undefined : Number(digits);
}

function messageIn(remark: Remark): string | undefined {
  const { message, error, reason, path } = remark;
  const words = [message, error, reason].find((one): one is string => typeof one === 'string');
  if (words === undefined) return undefined;
  const text = shortened(words);
  return typeof path === 'string' && !text.includes(path) ? `${path}: ${text}` : text;
}
