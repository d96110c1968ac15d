/** Shorter ones would take ordinary words out of what is shown. */
const shortest = 8;

/**
 * Finds a secret in a text, to be hidden there; `undefined` for what is too short to be one. One that is a word, as
 * passwords can be, is found as a whole word only.
 *
 * @example
 * 'No such key: seq_live_12345'.replace(secretPattern('seq_live_12345') ?? '', '[key]') // 'No such key: [key]'
 */
export function secretPattern(secret: string): RegExp | undefined {
  if (secret.length < shortest) return undefined;
  const literal = secret.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  if (!/^\p{L}+$/u.test(secret)) return new RegExp(literal, 'gu');
  // In JSON text the letter before it may belong to an escape, such as \n.
  return new RegExp(String.raw`(?:(?<!\p{L})|(?<=\\[bfnrt]))${literal}(?!\p{L})`, 'gu');
}
