import { isRecord } from 'sequenzy-contract';
import { sealedLine } from 'sequenzy-store';
import type { LedgerWrite, StockState } from '../../ledger/ledger.ts';
import { formatOrder, parseOrder } from './order.ts';

/** What one line of the file says, apart from the header. */
export type LedgerLine = EntryLine | NoteLine;

/** An entry as it was acknowledged. */
interface EntryLine {
  readonly entry: LedgerWrite;
}

/** A setting of the whole ledger; the last line of its name counts. */
export interface NoteLine {
  readonly note: string;
  readonly value: string;
  /** When it was set, in milliseconds since 1970. */
  readonly time: number;
}

/**
 * An entry's line:
 *
 *     {"k":"sku-1","f":"0123456789abcdef","t":1767225600000,"feed":"warehouse","s":true,"c":"1a2b3c4d"}
 *
 * k: key. f: fingerprint, null where it is not known. t: when, in milliseconds since 1970. feed: absent for the default
 * feed. s: stock, absent where the endpoint has none; true: all in; false: out, and no variant named; else
 * `{"in":true,"out":["v1"]}`. o: an order's state, absent where it is not known ({@link formatOrder}). c: checksum.
 * A key that is forgotten: `{"k":"sku-1","x":1,"t":1767225600000,"c":"1a2b3c4d"}`.
 */
export function formatLine(entry: LedgerWrite, time: number): Buffer {
  const { key: k, fingerprint: f, stock, feed, order } = entry;
  if (entry.forget === true) return sealedLine(JSON.stringify({ k, x: 1, t: time }));
  const s = stock && (stock.out.length === 0 ? stock.inStock : formatStock(stock));
  if (order === undefined) return sealedLine(JSON.stringify({ k, f, t: time, feed, s }));
  const o = formatOrder(order);
  // Only one of the two can be the last: with both, the line is none for the fast way.
  const members = s === undefined ? { k, f, t: time, feed, o } : { o, k, f, t: time, feed, s };
  return sealedLine(JSON.stringify(members));
}

/** A note's line: `{"n":"totals-rule","v":"net","t":1767225600000,"c":"1a2b3c4d"}`. */
export function formatNote({ note: n, value: v, time: t }: NoteLine): Buffer {
  return sealedLine(JSON.stringify({ n, v, t }));
}

/** What a line without its line feed says; `undefined` where it is of no kind known here. */
export function parseLine(text: string): LedgerLine | undefined {
  const line = parseObject(text);
  if (line === undefined) return undefined;
  const { n, v, t: time } = line;
  if (typeof time !== 'number') return undefined;
  if (typeof n === 'string' && typeof v === 'string') return { note: n, value: v, time };
  const entry = parseEntry(line);
  return entry && { entry };
}

function parseEntry(line: Readonly<Record<string, unknown>>): LedgerWrite | undefined {
  const { k: key, f: fingerprint, s, x, feed, o } = line;
  if (typeof key !== 'string') return undefined;
  if (x === 1) return { key, fingerprint: null, forget: true };
  if (fingerprint !== null && typeof fingerprint !== 'string') return undefined;
  const stock = s === undefined ? undefined : parseStock(s);
  const order = o === undefined ? undefined : parseOrder(o);
  if ((s !== undefined && stock === undefined) || (o !== undefined && order === undefined)) {
    return undefined;
  }
  if (feed !== undefined && typeof feed !== 'string') return undefined;
  const entry = stock === undefined ? { key, fingerprint } : { key, fingerprint, stock };
  if (feed === undefined && order === undefined) return entry;
  return { ...entry, ...(feed === undefined ? {} : { feed }), ...(order && { order }) };
}

/** A JSON object; `undefined` for everything else. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function formatStock({ inStock, out }: StockState): { in: boolean; out: readonly string[] } {
  return { in: inStock, out };
}

export function parseStock(value: unknown): StockState | undefined {
  if (typeof value === 'boolean') return { inStock: value, out: [] };
  if (!isRecord(value)) return undefined;
  const { in: inStock, out } = value;
  if (typeof inStock !== 'boolean' || !Array.isArray(out)) return undefined;
  const names = out.filter((name): name is string => typeof name === 'string');
  return names.length === out.length ? { inStock, out: names } : undefined;
}
