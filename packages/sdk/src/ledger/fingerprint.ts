/**
 * 64 bits of a text as 16 hexadecimal digits: two lanes of multiply and rotate, mixed at the end as in MurmurHash3.
 * It tells payloads apart; it is no protection against somebody who wants two of them to look alike.
 */
export function fingerprintOf(text: string): string {
  let one = 0x9e3779b9;
  let two = 0x85ebca6b;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0xcc9e2d51);
    one = (one << 15) | (one >>> 17);
    two = Math.imul(two ^ unit, 0x1b873593);
    two = (two << 13) | (two >>> 19);
  }
  return hex(mixed(one ^ text.length ^ two)) + hex(mixed(two + Math.imul(one, 5)));
}

function mixed(lane: number): number {
  let value = lane ^ (lane >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return value ^ (value >>> 16);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
