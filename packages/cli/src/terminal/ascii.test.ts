import { expect, it } from 'vitest';
import { asciiOf, needsAscii } from './ascii.ts';

it.each([
  [{}, 'linux', false],
  [{ LANG: 'de_DE.UTF-8' }, 'linux', false],
  [{ LANG: 'de_DE.UTF-8', LC_ALL: 'C' }, 'linux', true],
  [{ LC_ALL: '', LANG: 'C.utf8' }, 'darwin', false],
  [{ LANG: 'en_US.ISO-8859-1' }, 'linux', true],
  [{ TERM: 'linux', LANG: 'C.UTF-8' }, 'linux', true],
  [{}, 'win32', true],
  [{ WT_SESSION: '1b7c' }, 'win32', false],
] as const)('%j on %s: %s', (env, platform, expected) => {
  expect(needsAscii(env, platform)).toBe(expected);
});

it('keeps what comes from files', () => {
  expect(asciiOf('✔ Müller’s … │ 名前')).toBe("+ Müller's ... | 名前");
});
