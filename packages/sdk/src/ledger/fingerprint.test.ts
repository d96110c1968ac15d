import { expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

it('is the same for the same text, on every machine and in every version', () => {
  expect(fingerprintOf('')).toBe(fingerprintOf(''));
  expect(fingerprintOf('{"productId":"tee","title":"Tee"}')).toMatchInlineSnapshot(
    `"274847f9a43c9ac7"`,
  );
});

it('tells texts apart that differ in one character, or in the order of two', () => {
  const seen = new Set<string>();
  for (let id = 0; id < 200_000; id++)
    seen.add(fingerprintOf(`{"productId":"${id}","priceCents":${id % 7}}`));
  expect(seen.size).toBe(200_000);
  expect(fingerprintOf('ab')).not.toBe(fingerprintOf('ba'));
});

it('spreads over all of its digits', () => {
  for (let digit = 0; digit < 16; digit++) {
    const values = new Set(Array.from({ length: 400 }, (_, id) => fingerprintOf(`p-${id}`)[digit]));
    expect(values.size).toBe(16);
  }
});
