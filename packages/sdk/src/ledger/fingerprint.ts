import { hash64, type Hash64 } from 'sequenzy-contract';

/** The 64-bit hash of a text as 16 hexadecimal digits. It tells payloads apart; it is not protection against forgery. */
export function fingerprintOf(text: string): string {
  return writtenHash(hash64(text));
}

/** A hash as 16 hexadecimal digits. */
export function writtenHash({ high, low }: Hash64): string {
  return hex(high) + hex(low);
}

function hex(lane: number): string {
  return lane.toString(16).padStart(8, '0');
}
