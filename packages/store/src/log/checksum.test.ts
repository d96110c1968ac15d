import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32, sealedEnd, sealedLine } from './checksum.ts';

const crcOf = (text: string): number => crc32(Buffer.from(text), 0, Buffer.byteLength(text));

test.each([
  ['', 0],
  ['123456789', 0xcbf43926],
  ['The quick brown fox jumps over the lazy dog', 0x414fa339],
])('the checksum of %j is its CRC-32', (text, expected) => {
  expect(crcOf(text)).toBe(expected);
});

test('a sealed line is JSON, and says where its content ends', () => {
  const line = sealedLine('{"k":"ü"}');
  expect(line.toString()).toMatch(/^\{"k":"ü","c":"[0-9a-f]{8}"\}\n$/);
  expect(JSON.parse(line.toString())).toMatchObject({ k: 'ü' });
  expect(sealedEnd(line, 0, line.length - 1)).toBe(Buffer.byteLength('{"k":"ü"'));
});

test('whichever byte is changed or lost, the checksum is wrong', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat({ max: 255 }), (key, at, byte) => {
      const line = sealedLine(JSON.stringify({ key }));
      const changed = Buffer.from(line);
      changed[at % (line.length - 1)] = byte;
      expect(sealedEnd(changed, 0, line.length - 1) === -1).toBe(!changed.equals(line));
      expect(sealedEnd(line, 0, at % (line.length - 1))).toBe(-1);
    }),
  );
});
