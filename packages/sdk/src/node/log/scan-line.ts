import { fingerprints, stocks, type Mark } from '../memory/mark.ts';

const keyStart = '{"k":"'.length;
const head = Buffer.from('{"k":"');
const afterKey = Buffer.from('","f":');
const unknown = Buffer.from('null,"t":');
const afterDigits = Buffer.from('","t":');
const plainEnd = Buffer.from('}');
const allInEnd = Buffer.from(',"s":true}');
const allOutEnd = Buffer.from(',"s":false}');

/** A line that was read without making a string of it. */
export interface ScannedLine {
  /** The key's bytes within the buffer. */
  keyStart: number;
  keyEnd: number;
  readonly mark: Mark;
}

/**
 * The fast way to read a line, for what nearly every line is: exactly what `formatLine` writes for a key of printable
 * ASCII without quote or backslash, with 16 hex digits or null, and no variants out of stock. Says false for any
 * other line, good or bad: the slow way (`parseLine`) decides on it.
 */
export function scanLine(bytes: Buffer, start: number, end: number, into: ScannedLine): boolean {
  if (!has(bytes, start, head)) return false;
  const keyEnd = plainTextEnd(bytes, start + keyStart);
  if (!has(bytes, keyEnd, afterKey)) return false;
  const timeStart = scanFingerprint(bytes, keyEnd + afterKey.length, into.mark);
  if (timeStart < 0) return false;
  const timeEnd = digitsEnd(bytes, timeStart);
  if (timeEnd === timeStart || !scanStock(bytes, timeEnd, end, into.mark)) return false;
  into.keyStart = start + keyStart;
  into.keyEnd = keyEnd;
  return true;
}

/** Where the digits of the time begin; -1 where there is neither null nor 16 hex digits. */
function scanFingerprint(bytes: Buffer, at: number, mark: Mark): number {
  mark.high = 0;
  mark.low = 0;
  mark.fingerprint = fingerprints.unknown;
  if (has(bytes, at, unknown)) return at + unknown.length;
  if (bytes[at] !== 0x22 || !has(bytes, at + 17, afterDigits)) return -1;
  const high = hexWord(bytes, at + 1);
  const low = hexWord(bytes, at + 9);
  if (high < 0 || low < 0) return -1;
  mark.high = high;
  mark.low = low;
  mark.fingerprint = fingerprints.packed;
  return at + 17 + afterDigits.length;
}

function scanStock(bytes: Buffer, at: number, end: number, mark: Mark): boolean {
  if (endsWith(bytes, at, end, plainEnd)) mark.stock = stocks.none;
  else if (endsWith(bytes, at, end, allInEnd)) mark.stock = stocks.allIn;
  else if (endsWith(bytes, at, end, allOutEnd)) mark.stock = stocks.allOut;
  else return false;
  return true;
}

function endsWith(bytes: Buffer, at: number, end: number, text: Buffer): boolean {
  return at + text.length === end && has(bytes, at, text);
}

function has(bytes: Buffer, at: number, text: Buffer): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text[index]) return false;
  }
  return true;
}

function plainTextEnd(bytes: Buffer, from: number): number {
  for (let at = from; ; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c) return at;
  }
}

/** JSON has no leading zeros; the times written have thirteen digits and no more than fifteen are taken. */
function digitsEnd(bytes: Buffer, from: number): number {
  if (bytes[from] === 0x30) return from;
  let at = from;
  while (at < from + 15 && isDigit(bytes[at] ?? 0)) at++;
  return at;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Eight lower-case hex digits; -1 where one is not. */
function hexWord(bytes: Buffer, at: number): number {
  let value = 0;
  for (let index = at; index < at + 8; index++) {
    const byte = bytes[index] ?? 0;
    if (isDigit(byte)) value = (value << 4) | (byte - 0x30);
    else if (byte >= 0x61 && byte <= 0x66) value = (value << 4) | (byte - 0x57);
    else return -1;
  }
  return value >>> 0;
}
