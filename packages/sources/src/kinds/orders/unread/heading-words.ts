/** Letters that have no decomposition. */
const folded = new Map([
  ['ł', 'l'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['æ', 'ae'],
]);

/** `paymentStatus`, `payment_status` and `Payment Status` -> payment, status. Without accents, in lower case. */
export function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łßøæ]/g, (letter) => folded.get(letter) ?? letter)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}
