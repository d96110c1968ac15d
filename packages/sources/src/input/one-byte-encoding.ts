import { createReadStream } from 'node:fs';
import { alphabets, frequentCyrillic, type OneByteEncoding } from './alphabets.ts';

/** So many of the letters beyond A to Z have to belong to one language; names of brands may not. */
const nearlyAll = 0.97;
/** Above this share, Western European languages explain a text well enough. */
const western = 0.9;
/** Fewer letters say nothing. */
const fewest = 4;

/** Much of a catalog tells as much as all of it. Bytes. */
const most = 8 * 1024 * 1024;

/** Words with a letter beyond A to Z in them, as they look in one encoding. */
const words = /[\p{L}\u0080-\uffff]*[\u0080-\uffff][\p{L}\u0080-\uffff]*/gu;

/**
 * In which encoding a text of one byte a character is written: Windows-1252, unless its letters are of no Western European
 * language and all of another one. Characters that two encodings share say nothing, and need not.
 *
 * @param path A text that is not UTF-8.
 */
export async function oneByteEncodingOf(path: string): Promise<OneByteEncoding> {
  const seen = await wordsIn(path);
  if (seen.length === 0 || scoreOf(seen, 'windows-1252') >= western) return 'windows-1252';
  const [best] = (Object.keys(alphabets) as OneByteEncoding[]) // a record over all of them
    .map((encoding) => ({ encoding, score: scoreOf(seen, encoding) }))
    .filter(({ encoding, score }) => encoding !== 'windows-1252' && score >= nearlyAll)
    .map((one) => ({ ...one, frequent: frequentIn(seen, one.encoding) }))
    .toSorted((one, other) => other.frequent - one.frequent || other.score - one.score);
  return best?.encoding ?? 'windows-1252';
}

/** Different words with letters beyond ASCII, byte by byte as Latin-1. */
async function wordsIn(path: string): Promise<Buffer[]> {
  const found = new Set<string>();
  let rest = '';
  const chunks = createReadStream(path, { encoding: 'latin1', end: most });
  for await (const chunk of chunks as AsyncIterable<string>) {
    // an encoding is set
    const text = rest + chunk;
    const end = text.lastIndexOf('\n') + 1;
    for (const [word] of text.slice(0, end).matchAll(words)) found.add(word);
    rest = text.slice(end);
  }
  for (const [word] of rest.matchAll(words)) found.add(word);
  return [...found].map((word) => Buffer.from(word, 'latin1'));
}

/** The share of letters beyond ASCII that the best language of an encoding has. */
function scoreOf(seen: readonly Buffer[], encoding: OneByteEncoding): number {
  const letters = lettersIn(seen, encoding);
  if (letters.length < fewest) return encoding === 'windows-1252' ? 1 : 0;
  return Math.max(
    ...alphabets[encoding].map((alphabet) => {
      const own = new Set(alphabet + alphabet.toUpperCase());
      return letters.filter((letter) => own.has(letter)).length / letters.length;
    }),
  );
}

/** Encodings of Cyrillic share their letters: the one that makes the frequent ones of them is meant. Greek has its accents. */
function frequentIn(seen: readonly Buffer[], encoding: OneByteEncoding): number {
  if (encoding === 'windows-1253') return 1;
  const letters = lettersIn(seen, encoding).map((letter) => letter.toLowerCase());
  return letters.filter((letter) => frequentCyrillic.includes(letter)).length / letters.length;
}

const misfit = '\ufffd';

/**
 * The letters beyond ASCII. What cannot stand where it stands is a misfit: a sign within a word, a capital behind a small
 * letter, all of a Greek word without its accent, and in another script than Latin a word with a letter from A to Z. Quotes
 * and dashes around words are the same in most encodings.
 */
function lettersIn(seen: readonly Buffer[], encoding: OneByteEncoding): string[] {
  const decoder = new TextDecoder(encoding);
  return seen.flatMap((bytes) => {
    const word = decoder.decode(bytes).replace(/^[^\p{L}\ufffd]+|[^\p{L}\ufffd]+$/gu, '');
    const isMixed = /[a-z]/i.test(word) && /[^\p{Script=Latin}]/u.test(word);
    const isBare = encoding === 'windows-1253' && lacksAccent(word);
    return Array.from(word, (letter, at) => {
      const isLate = /\p{Lu}/u.test(letter) && /\p{Ll}/u.test(word.charAt(at - 1));
      return letter > '\u007f' && (isMixed || isBare || isLate) ? misfit : letter;
    }).filter((letter) => letter > '\u007f');
  });
}

/** A Greek word of two syllables has an accent, unless it is in capitals. */
function lacksAccent(word: string): boolean {
  return /([αεηιουω].*){2}/u.test(word) && !/[άέήίόύώΆΈΉΊΌΎΏ]/u.test(word);
}
