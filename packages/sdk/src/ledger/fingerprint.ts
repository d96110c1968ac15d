import { hash64 } from 'sequenzy-contract';

/** The 64-bit hash of a text as 16 hexadecimal digits. It tells payloads apart; it is no protection against forgery. */
export function fingerprintOf(text: string): string {
  const { high, low } = hash64(text);
  return hex(high) + hex(low);
}

function hex(lane: number): string {
  return lane.toString(16).padStart(8, '0');
}
