import { decimalText, fractionText, utcText } from '../query/cells.ts';

type Reader = (text: string) => string;

const fraction: Reader = (text) => fractionText(Number(text));

/** By the number that PostgreSQL gives a type, the same in every database; of all others the text is taken as it comes. */
const readers = new Map<number, Reader>([
  [16, (text) => (text === 't' ? 'true' : 'false')], // boolean
  [700, fraction], // real
  [701, fraction], // double precision
  [1700, decimalText], // numeric
  [1184, (text) => (/\d$/.test(text) ? utcText(text) : text)], // timestamp with time zone; `infinity` has no such form
]);

export function readerOf(type: number): Reader | undefined {
  return readers.get(type);
}
