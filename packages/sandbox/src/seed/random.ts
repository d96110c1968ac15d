/**
 * Numbers in [0, 1) that are alike for the same seed and purpose (mulberry32).
 * Each purpose draws from a stream of its own, so that a new fault does not change the latencies.
 */
export function randomStream(seed: number, purpose: string): () => number {
  let state = hash(`${seed}:${purpose}`);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    return mix(state) / 0x1_0000_0000;
  };
}

/** An id that looks like the API's: `prod_5f3a0c1e00000a`. Alike for the same seed, prefix and number. */
export function makeId(prefix: string, seed: number, number: number): string {
  const salt = mix((hash(prefix) ^ Math.imul(seed + number, 0x9e3779b1)) | 0);
  return `${prefix}_${salt.toString(16).padStart(8, '0')}${number.toString(36).padStart(6, '0')}`;
}

/** A UUID (version 4 by its form). Alike for the same seed and number. */
export function makeUuid(seed: number, number: number): string {
  const random = randomStream(seed, `uuid ${number}`);
  const word = (): string =>
    Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  const [a, b, c, d] = [word(), word(), word(), word()];
  const variant = (8 + (Number.parseInt(c.slice(0, 1), 16) % 4)).toString(16);
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
}

function mix(state: number): number {
  let value = Math.imul(state ^ (state >>> 15), state | 1);
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
  return (value ^ (value >>> 14)) >>> 0;
}

/** FNV-1a, 32 bit. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value;
}
