import { expect, it } from 'vitest';
import { safeJson, safeText } from './safe-text.ts';

it('shows what would move the cursor, and leaves the rest', () => {
  expect(safeText('Größe ✓ 👟 a\tb\r\n\u001b[2J\u0085\u202e')).toBe(
    'Größe ✓ 👟 a\\tb\\r\\n\\u001b[2J\\u0085\\u202e',
  );
});

it('keeps what JSON means', () => {
  const value = { text: 'a\n\u009b\u202e"\\' };
  expect(safeJson(value)).toBe('{"text":"a\\n\\u009b\\u202e\\"\\\\"}');
  expect(JSON.parse(safeJson(value))).toEqual(value);
});
