const member = ',"c":"';
const placeholder = '00000000';
/** What the checksum adds to a line, its line feed apart: `,"c":"1a2b3c4d"}`. */
const sealBytes = member.length + placeholder.length + 2;

/**
 * A JSON object with at least one member as a line of a log. Its last member `c` is the CRC-32 (as zip and PNG have it)
 * of all bytes before `,"c"`, as eight lower-case hex digits.
 */
export function sealedLine(json: string): Buffer {
  const line = Buffer.from(`${json.slice(0, -1)}${member}${placeholder}"}\n`);
  const end = line.length - 1 - sealBytes;
  line.write(crc32(line, 0, end).toString(16).padStart(8, '0'), end + member.length, 'latin1');
  return line;
}

/** Where the content of a line without its line feed ends and its checksum begins; -1 where the checksum is wrong. */
export function sealedEnd(bytes: Uint8Array, start: number, end: number): number {
  const at = end - sealBytes;
  if (at <= start || bytes[end - 1] !== 0x7d || bytes[end - 2] !== 0x22) return -1;
  for (let index = 0; index < member.length; index++) {
    if (bytes[at + index] !== member.charCodeAt(index)) return -1;
  }
  return hexWord(bytes, at + member.length) === crc32(bytes, start, at) ? at : -1;
}

/** Eight lower-case hex digits as a number; -1 where one is none. */
export function hexWord(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let index = at; index < at + 8; index++) {
    const byte = bytes[index] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) value = (value << 4) | (byte - 0x30);
    else if (byte >= 0x61 && byte <= 0x66) value = (value << 4) | (byte - 0x57);
    else return -1;
  }
  return value >>> 0;
}

/** Four tables of 256: the CRC of a byte, and of a byte with one to three zeros behind it. */
const tables = crcTables();

function crcTables(): Int32Array {
  const table = new Int32Array(4 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    table[byte] = crc;
  }
  for (let at = 256; at < table.length; at++) {
    const crc = table[at - 256] ?? 0;
    table[at] = (crc >>> 8) ^ (table[crc & 0xff] ?? 0);
  }
  return table;
}

/** CRC-32 of ISO 3309, four bytes at a time: node:zlib has it only from 20.15 on, and a call a line costs more. */
export function crc32(bytes: Uint8Array, start: number, end: number): number {
  let crc = -1;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    // Four bytes, the lowest first.
    crc ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    crc =
      (tables[768 + (crc & 0xff)] ?? 0) ^
      (tables[512 + ((crc >>> 8) & 0xff)] ?? 0) ^
      (tables[256 + ((crc >>> 16) & 0xff)] ?? 0) ^
      (tables[crc >>> 24] ?? 0);
  }
  for (; at < end; at++) crc = (crc >>> 8) ^ (tables[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~crc >>> 0;
}
