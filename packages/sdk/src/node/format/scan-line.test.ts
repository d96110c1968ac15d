import fc from 'fast-check';
import { sealedEnd, sealedLine } from 'sequenzy-store';
import { expect, test } from 'vitest';
import type { LedgerWrite } from '../../ledger/ledger.ts';
import { Feeds } from './feeds.ts';
import { formatLine, formatNote, parseLine } from './line.ts';
import { markOf } from './mark.ts';
import { statuses } from './order.ts';
import { LineScanner } from './scan-line.ts';

const hex = fc.stringMatching(/^[0-9a-f]{16}$/);
const stock = fc.record({ inStock: fc.boolean(), out: fc.array(fc.string(), { maxLength: 2 }) });
const order = fc.record(
  {
    number: fc.string(),
    email: hex,
    status: fc.constantFrom(...statuses),
    totalCents: fc.integer(),
    currency: fc.constantFrom('USD', 'JPY'),
    refundCents: fc.nat(),
    lines: hex,
  },
  { requiredKeys: ['email', 'status', 'totalCents', 'currency', 'refundCents', 'lines'] },
);
const entry = fc.record(
  {
    key: fc.string({ unit: 'binary' }),
    fingerprint: fc.option(fc.oneof(hex, fc.string())),
    stock,
    feed: fc.oneof(fc.constantFrom('warehouse', 'main'), fc.string()),
    order,
  },
  { requiredKeys: ['key', 'fingerprint'] },
);

test('what is formatted is parsed to the same entry', () => {
  fc.assert(
    fc.property(entry, (written) => {
      expect(parseLine(formatLine(written, 1).toString())).toEqual({ entry: written });
    }),
  );
  const note = { note: 'totals-rule', value: 'net "ü"', time: 1 };
  expect(parseLine(formatNote(note).toString())).toEqual(note);
});

test('the fast way takes the ordinary line', () => {
  const plain = { key: 'sku 1/a', fingerprint: 'fedcba9876543210' };
  const state = {
    number: '1001',
    email: '0123456789abcdef',
    status: 'placed',
    totalCents: 4999,
    currency: 'USD',
    refundCents: 0,
    lines: '0123456789abcdef',
  } as const;
  const lines: LedgerWrite[] = [
    plain,
    { ...plain, fingerprint: null },
    { ...plain, stock: { inStock: true, out: [] }, feed: 'warehouse' },
    { ...plain, stock: { inStock: false, out: [] } },
    { ...plain, stock: { inStock: true, out: ['a"}', 'b'] }, feed: 'x' },
    { ...plain, order: state },
    { ...plain, order: state, feed: 'x' },
  ];
  for (const line of lines) {
    expect(scan(formatLine(line, Date.UTC(2026, 0, 1)))).toEqual({ entry: line });
  }
});

test('whatever bytes are changed, the fast way says what the slow way says, or nothing', () => {
  const change = fc.tuple(
    fc.nat(),
    fc.constantFrom('"', '\\', '{', '}', '0', 'a', 'F', ':', ',', ' ', 'é'),
  );
  fc.assert(
    fc.property(entry, fc.array(change, { maxLength: 2 }), (written, changes) => {
      const line = formatLine({ ...written, key: 'k' }, 1_767_225_600_000);
      const content = line.subarray(0, line.length - 17);
      for (const [at, character] of changes) content.write(character, at % content.length);
      const sealed = sealedLine(`${content.toString()}}`); // damage that no checksum shows
      const slow = parseLine(sealed.toString());
      // What is inside of an order is not looked at before it is needed.
      if (slow !== undefined || written.order === undefined)
        expect(scan(sealed) ?? slow).toEqual(slow);
    }),
    { numRuns: 2000 },
  );
});

test.each(['[]', '{"k":1,"f":null,"t":1}', '{"k":"a","f":1,"t":1}', '{"k":"a","f":null}'])(
  '%j is no line',
  (text) => {
    expect(parseLine(text)).toBeUndefined();
    expect(scan(sealedLine(text))).toBeUndefined();
  },
);

/** The line as the fast way reads it. */
function scan(bytes: Buffer): ReturnType<typeof parseLine> {
  const feeds = new Feeds();
  const scanner = new LineScanner(feeds);
  if (!scanner.scan(bytes, 0, sealedEnd(bytes, 0, bytes.length - 1))) return undefined;
  const key = bytes.toString('utf8', scanner.keyStart, scanner.keyEnd);
  const slow = parseLine(bytes.toString());
  if (slow === undefined || !('entry' in slow)) return slow;
  expect(markOf(slow.entry, 0, feeds)).toEqual(scanner.mark);
  return { entry: { ...slow.entry, key } };
}
