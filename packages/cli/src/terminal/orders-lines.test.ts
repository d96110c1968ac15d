import { expect, it } from 'vitest';
import { notSentLine } from './orders-lines.ts';

it.each([
  [
    { held: 3, heldById: 0, heldEarlier: 1 },
    '2 orders changed only in ways that are not sent, such as a tag or a name. 1 order now has an earlier status than the one that was sent. --resend changed sends them.',
  ],
  [
    { held: 1, heldById: 0, heldEarlier: 1 },
    '1 order now has an earlier status than the one that was sent. --resend changed sends it.',
  ],
  [
    { held: 2, heldById: 2, heldEarlier: 0 },
    '2 orders may have changed: an earlier release remembered their ids only. --resend changed sends them.',
  ],
  [{ held: 0, heldById: 0, heldEarlier: 0 }, undefined],
])('orders that are not sent are named by their reason: %j', (changes, line) => {
  expect(notSentLine(changes, false)).toBe(line);
});
