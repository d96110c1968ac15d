/** Two independent 32-bit hashes of a text, as one 64-bit fingerprint. */
export interface Fingerprint {
  readonly low: number;
  readonly high: number;
}

/**
 * Among a million keys two share a fingerprint with a chance of 1 in 37 million.
 * This is cyrb53's mixing (public domain), kept at its full 64 bits.
 */
export function fingerprint(text: string): Fingerprint {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return { low: low >>> 0, high: high >>> 0 };
}
