import { isUtf8 } from 'node:buffer';

/** How the bytes of a text stand for characters, by its name in the Encoding Standard: `utf-8`, `utf-16le`, `windows-1251`. */
export type Encoding = string;

/** The encoding that an XML text says it has: one that is not known counts as none. */
export function declaredEncoding(head: string): Encoding | undefined {
  const name = declaredName(head);
  try {
    return name === undefined ? undefined : new TextDecoder(name).encoding;
  } catch {
    return undefined; // a name that nobody knows
  }
}

/** As it is written. */
export function declaredName(head: string): string | undefined {
  return /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/i.exec(head)?.[1];
}

/** What the first bytes say: a byte order mark, or UTF-16 by where its zero bytes stand. */
export function encodingOfHead(head: Uint8Array): { encoding: Encoding; markLength: number } {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', markLength: 3 };
  if (startsWith(head, [0xff, 0xfe])) return { encoding: 'utf-16le', markLength: 2 };
  if (startsWith(head, [0xfe, 0xff])) return { encoding: 'utf-16be', markLength: 2 };
  return { encoding: utf16ByZeros(head) ?? 'utf-8', markLength: 0 };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Latin text in UTF-16 has a zero at every second byte; text in UTF-8 has none at all. */
function utf16ByZeros(head: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  const length = Math.min(head.length, 4096);
  for (let index = 0; index < length; index += 1) {
    if (head[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const many = length / 8;
  if (odd > many && even < odd / 8) return 'utf-16le';
  if (even > many && odd < even / 8) return 'utf-16be';
  return undefined;
}

/** Tells chunk by chunk whether a text is strict UTF-8; characters may be cut between chunks. */
export class Utf8Check {
  #valid = true;
  #carry: Uint8Array = new Uint8Array(0);

  add(chunk: Uint8Array): void {
    if (!this.#valid) return;
    const bytes = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
    const end = endOfLastCharacter(bytes);
    this.#valid = isUtf8(bytes.subarray(0, end));
    this.#carry = bytes.slice(end);
  }

  /** Call when everything was added: an unfinished character makes it invalid. */
  get valid(): boolean {
    return this.#valid && this.#carry.length === 0;
  }
}

/** Where the last complete character ends; what follows is the beginning of one that is cut. */
export function endOfLastCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return lengthOfCharacter(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function lengthOfCharacter(first: number): number {
  if (first >= 0xf0) return 4;
  return first >= 0xe0 ? 3 : 2;
}
