import type { Io } from './io.ts';

/**
 * Whether the terminal shows ASCII only: a locale that is not UTF-8, such as `C`, the console of Linux, the old one of
 * Windows. Where no locale is set, as in most containers, terminals know UTF-8.
 */
export function needsAscii(env: Io['env'], platform: NodeJS.Platform = process.platform): boolean {
  const isSet = (name: string): boolean => (env[name] ?? '') !== '';
  if (platform === 'win32') {
    return !['WT_SESSION', 'TERM_PROGRAM', 'ConEmuTask', 'TERM'].some(isSet);
  }
  const locale = ['LC_ALL', 'LC_CTYPE', 'LANG'].find(isSet);
  return env['TERM'] === 'linux' || (locale !== undefined && !/utf-?8/i.test(env[locale] ?? ''));
}

const characters = new Map([
  ...Array.from('┌┬┐├┼┤└┴┘', (corner) => [corner, '+'] as const),
  ...[['─', '-'] as const, ['│', '|'] as const],
  ...[['█', '#'] as const, ['░', '-'] as const],
  ...[['✔', '+'] as const, ['✘', 'x'] as const],
  ...[['’', "'"] as const, ['…', '...'] as const],
]);

const ours = new RegExp(`[${[...characters.keys()].join('')}]`, 'g');

/** A text with what this program itself writes beyond ASCII written in ASCII. */
export function asciiOf(text: string): string {
  return text.replace(ours, (character) => characters.get(character) ?? character);
}
