import type { LedgerWrite } from '../../ledger/ledger.ts';
import { parseObject, parseStock } from '../format/line.ts';

/** An entry of format 1. */
export interface OldLine {
  readonly entry: LedgerWrite;
  /** When it was acknowledged, in milliseconds since 1970. */
  readonly time: number;
}

/**
 * A line of format 1, which had neither checksums nor orders nor feeds:
 *
 *     {"k":"sku-1","f":"0123456789abcdef","t":1767225600000,"s":true}
 */
export function parseOldLine(text: string): OldLine | undefined {
  const { k: key, f: fingerprint, t: time, s, x } = parseObject(text) ?? {};
  if (typeof key !== 'string' || typeof time !== 'number') return undefined;
  if (x === 1) return { entry: { key, fingerprint: null, forget: true }, time };
  if (fingerprint !== null && typeof fingerprint !== 'string') return undefined;
  if (s === undefined) return { entry: { key, fingerprint }, time };
  const stock = parseStock(s);
  return stock && { entry: { key, fingerprint, stock }, time };
}
