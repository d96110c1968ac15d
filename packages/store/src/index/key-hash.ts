/**
 * A key's 64-bit hash: the first half of MurmurHash3_x86_128 (seed 0) over the key's bytes as JSON writes them, without
 * the quotes. It lives in memory only, so it may change with any release.
 *
 * Among 1,000,000 keys the odds that any two share a hash are 1 in 37 million. If two do, they share one memory: each
 * write replaces what the other left, the fingerprints differ (a payload holds its key), and so both are sent again in
 * every run. Nothing is skipped that should be sent.
 */
export class KeyHash {
  high = 0;
  low = 0;

  /** One instance is used over and over, so that a million keys leave no garbage. */
  ofKey(key: string): this {
    const text = Buffer.from(JSON.stringify(key));
    return this.ofBytes(text, 1, text.length - 1);
  }

  ofBytes(bytes: Uint8Array, start: number, end: number): this {
    let h1 = 0;
    let h2 = 0;
    let h3 = 0;
    let h4 = 0;
    let at = start;
    for (; at + 16 <= end; at += 16) {
      h1 = (rotate(h1 ^ mix1(word(bytes, at, end)), 19) + h2) | 0;
      h1 = (Math.imul(h1, 5) + 0x561ccd1b) | 0;
      h2 = (rotate(h2 ^ mix2(word(bytes, at + 4, end)), 17) + h3) | 0;
      h2 = (Math.imul(h2, 5) + 0x0bcaa747) | 0;
      h3 = (rotate(h3 ^ mix3(word(bytes, at + 8, end)), 15) + h4) | 0;
      h3 = (Math.imul(h3, 5) + 0x96cd1c35) | 0;
      h4 = (rotate(h4 ^ mix4(word(bytes, at + 12, end)), 13) + h1) | 0;
      h4 = (Math.imul(h4, 5) + 0x32ac3b17) | 0;
    }
    const length = end - start;
    h1 ^= mix1(word(bytes, at, end)) ^ length;
    h2 ^= mix2(word(bytes, at + 4, end)) ^ length;
    h3 ^= mix3(word(bytes, at + 8, end)) ^ length;
    h4 ^= mix4(word(bytes, at + 12, end)) ^ length;
    const sum = (h1 + h2 + h3 + h4) | 0;
    const first = avalanche(sum);
    const second = avalanche((h2 + sum) | 0);
    const rest = avalanche((h3 + sum) | 0) + avalanche((h4 + sum) | 0);
    this.high = (first + second + rest) >>> 0;
    this.low = (second + this.high) >>> 0;
    return this;
  }
}

/** Four bytes, the lowest first; zeros past the end. */
function word(bytes: Uint8Array, at: number, end: number): number {
  if (at + 4 <= end) {
    return (
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)
    );
  }
  let value = 0;
  for (let index = end - 1; index >= at; index--) value = (value << 8) | (bytes[index] ?? 0);
  return value;
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

const c1 = 0x239b961b;
const c2 = 0xab0e9789;
const c3 = 0x38b34ae5;
const c4 = 0xa1e38b93;

const mix1 = (block: number): number => Math.imul(rotate(Math.imul(block, c1), 15), c2);
const mix2 = (block: number): number => Math.imul(rotate(Math.imul(block, c2), 16), c3);
const mix3 = (block: number): number => Math.imul(rotate(Math.imul(block, c3), 17), c4);
const mix4 = (block: number): number => Math.imul(rotate(Math.imul(block, c4), 18), c1);

function avalanche(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
