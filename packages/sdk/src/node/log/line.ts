import { isRecord } from 'sequenzy-contract';
import type { LedgerWrite, StockState } from '../../ledger/ledger.ts';

/**
 * One line of the file: an entry as it was acknowledged.
 *
 *     {"k":"sku-1","f":"0123456789abcdef","t":1767225600000,"s":true}
 *
 * k: key. f: fingerprint, null where it is not known. t: when, in milliseconds since 1970. s: stock, absent where the
 * endpoint has none; true: all in; false: out, and no variant named; else `{"in":true,"out":["v1"]}`.
 * A key that is forgotten: `{"k":"sku-1","x":1,"t":1767225600000}`.
 */
export function formatLine(entry: LedgerWrite, time: number): string {
  const { key: k, fingerprint: f, stock } = entry;
  if (entry.forget === true) return `${JSON.stringify({ k, x: 1, t: time })}\n`;
  const s = stock && (stock.out.length === 0 ? stock.inStock : formatStock(stock));
  return `${JSON.stringify({ k, f, t: time, s })}\n`;
}

function formatStock({ inStock, out }: StockState): { in: boolean; out: readonly string[] } {
  return { in: inStock, out };
}

/** The entry on a line without its line feed; `undefined` where the line is none of ours. */
export function parseLine(text: string): LedgerWrite | undefined {
  const line = parseObject(text);
  if (line === undefined || typeof line['k'] !== 'string' || typeof line['t'] !== 'number') {
    return undefined;
  }
  const { k: key, f: fingerprint, s, x } = line;
  if (x === 1) return { key, fingerprint: null, forget: true };
  if (fingerprint !== null && typeof fingerprint !== 'string') return undefined;
  if (s === undefined) return { key, fingerprint };
  const stock = parseStock(s);
  return stock && { key, fingerprint, stock };
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

function parseStock(value: unknown): StockState | undefined {
  if (typeof value === 'boolean') return { inStock: value, out: [] };
  if (!isRecord(value)) return undefined;
  const { in: inStock, out } = value;
  if (typeof inStock !== 'boolean' || !Array.isArray(out)) return undefined;
  const names = out.filter((name): name is string => typeof name === 'string');
  return names.length === out.length ? { inStock, out: names } : undefined;
}
