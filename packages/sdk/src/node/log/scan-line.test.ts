import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LedgerWrite } from '../../ledger/ledger.ts';
import { emptyMark, markOf } from '../memory/mark.ts';
import { formatLine, parseLine } from './line.ts';
import { scanLine, type ScannedLine } from './scan-line.ts';

const hex = fc.stringMatching(/^[0-9a-f]{16}$/);
const stock = fc.record({ inStock: fc.boolean(), out: fc.array(fc.string(), { maxLength: 2 }) });
const entry = fc.record(
  { key: fc.string({ unit: 'binary' }), fingerprint: fc.option(fc.oneof(hex, fc.string())), stock },
  { requiredKeys: ['key', 'fingerprint'] },
);

test('what is formatted is parsed to the same entry', () => {
  fc.assert(
    fc.property(entry, (written) => {
      expect(parseLine(formatLine(written, 1).trimEnd())).toEqual(written);
    }),
  );
});

test('the fast way takes the ordinary line', () => {
  const written = { key: 'sku 1/a', fingerprint: 'fedcba9876543210' };
  for (const stock of [undefined, { inStock: true, out: [] }, { inStock: false, out: [] }]) {
    const line = { ...written, ...(stock && { stock }) };
    expect(scan(Buffer.from(formatLine(line, Date.UTC(2026, 0, 1))))).toEqual(line);
  }
});

test('whatever bytes are changed, the fast way says what the slow way says, or nothing', () => {
  const change = fc.tuple(
    fc.nat(),
    fc.constantFrom('"', '\\', '{', '}', '0', 'a', 'F', ':', ',', '\n', ' ', 'é'),
  );
  fc.assert(
    fc.property(entry, fc.array(change, { maxLength: 2 }), (written, changes) => {
      const bytes = Buffer.from(formatLine(written, 1_767_225_600_000));
      for (const [at, character] of changes) bytes.write(character, at % (bytes.length - 1));
      const scanned = scan(bytes);
      if (scanned !== undefined) {
        expect(parseLine(bytes.toString('utf8', 0, bytes.length - 1))).toEqual(scanned);
      }
    }),
    { numRuns: 2000 },
  );
});

test.each(['', '[]', '{"k":1,"f":null,"t":1}', '{"k":"a","f":1,"t":1}', '{"k":"a","f":null}'])(
  '%j is no line',
  (text) => {
    expect(parseLine(text)).toBeUndefined();
    expect(scan(Buffer.from(`${text}\n`))).toBeUndefined();
  },
);

/** The entry as the fast way reads it. */
function scan(bytes: Buffer): LedgerWrite | undefined {
  const line: ScannedLine = { keyStart: 0, keyEnd: 0, mark: emptyMark() };
  if (!scanLine(bytes, 0, bytes.length - 1, line)) return undefined;
  const key = bytes.toString('utf8', line.keyStart, line.keyEnd);
  const slow = parseLine(bytes.toString('utf8', 0, bytes.length - 1));
  expect(slow && markOf(slow, 0)).toEqual(line.mark);
  return slow && { ...slow, key };
}
