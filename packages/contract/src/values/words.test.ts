import { expect, it } from 'vitest';
import { option, optionsIn, say, worded } from './words.ts';

const text = say`Pass ${option('maxRestocks', '12')}, or sync without ${option('prune')}.`;

it('an option is called as its reader knows it, with its value', () => {
  expect(worded(text)).toBe('Pass maxRestocks: 12, or sync without prune.');
  const shout = worded(text, ({ option: name }) => name.toUpperCase());
  expect(shout).toBe('Pass MAXRESTOCKS, or sync without PRUNE.');
});

it('text without options is a string, and texts are put together', () => {
  expect(say`Nothing was ${'sent'}.`).toBe('Nothing was sent.');
  expect(say`${text} ${undefined}Nothing was sent.`).toEqual([
    'Pass ',
    { option: 'maxRestocks', value: '12' },
    ', or sync without ',
    { option: 'prune' },
    '. Nothing was sent.',
  ]);
  expect(optionsIn(text)).toEqual([option('maxRestocks', '12'), option('prune')]);
});
