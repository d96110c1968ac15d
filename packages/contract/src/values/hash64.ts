/** 64 bits, as two whole numbers of 32. */
export interface Hash64 {
  readonly high: number;
  readonly low: number;
}

/**
 * 64 bits of a text: two lanes of multiply and rotate, mixed at the end as in MurmurHash3.
 * It tells texts apart; it is not protection against somebody who wants two of them to look alike.
 */
export function hash64(text: string): Hash64 {
  let one = firstSeed;
  let two = secondSeed;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0xcc9e2d51);
    one = (one << 15) | (one >>> 17);
    two = Math.imul(two ^ unit, 0x1b873593);
    two = (two << 13) | (two >>> 19);
  }
  return ended(one, two, text.length);
}

/** 64 bits of texts one after the other, each of which begins where it begins. */
export function hash64OfAll(texts: readonly string[]): Hash64 {
  let one = firstSeed;
  let two = secondSeed;
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      one = Math.imul(one ^ unit, 0xcc9e2d51);
      one = (one << 15) | (one >>> 17);
      two = Math.imul(two ^ unit, 0x1b873593);
      two = (two << 13) | (two >>> 19);
    }
    one = Math.imul(one ^ behindText, 0xcc9e2d51);
    two = Math.imul(two ^ behindText, 0x1b873593);
  }
  return ended(one, two, texts.length);
}

/** No unit of a text. */
const behindText = 0x10000;

/** {@link hash64} of a text in ASCII, without making a string of it. */
export function hash64OfAscii(bytes: Uint8Array, start: number, end: number): Hash64 {
  let one = firstSeed;
  let two = secondSeed;
  for (let at = start; at < end; at++) {
    const unit = bytes[at] ?? 0;
    one = Math.imul(one ^ unit, 0xcc9e2d51);
    one = (one << 15) | (one >>> 17);
    two = Math.imul(two ^ unit, 0x1b873593);
    two = (two << 13) | (two >>> 19);
  }
  return ended(one, two, end - start);
}

const firstSeed = 0x9e3779b9;
const secondSeed = 0x85ebca6b;

function ended(one: number, two: number, length: number): Hash64 {
  return { high: mixed(one ^ length ^ two), low: mixed(two + Math.imul(one, 5)) };
}

function mixed(lane: number): number {
  let value = lane ^ (lane >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
