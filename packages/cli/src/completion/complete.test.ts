import { expect, it } from 'vitest';
import { known } from '../commands/program.ts';
import { complete } from './complete.ts';

function wordsAt(line: string): readonly string[] {
  return complete(line.split(' '), known).candidates.map(({ word }) => word);
}

it.each([
  ['relay dead ', ['list', 'show', 'retry', 'drop']],
  ['help relay d', ['dead']],
  ['catalog sync --empty ', ['keep', 'clear']],
  ['catalog sync --empty=', ['keep', 'clear']],
  ['catalog sync --empty = ', ['keep', 'clear']],
  ['--json catalog sync --rate ', ['off']],
  ['catalog sync --map ', ['auto']],
  ['catalog get ', []],
  ['orders backfill --no-mark -- --', []],
])('%s', (line, expected) => {
  expect(wordsAt(line)).toEqual(expected);
});

it('an option is offered once, unless it may be repeated, and none that is hidden', () => {
  const left = wordsAt('orders backfill --json --ignore-column note --');
  expect(left).toContain('--ignore-column');
  expect(left).not.toContain('--json');
  expect(wordsAt('catalog check --')).not.toContain('--catalog');
});

it.each([
  ['catalog sync ', 'files'],
  ['catalog sync products.csv ', 'files'],
  ['orders push order.json ', 'nothing'],
  ['orders backfill --totals-from ', 'files'],
  ['catalog sync --from ', 'formats'],
  ['runs watch ', 'runs'],
  ['run acme ', 'feeds'],
  ['status --config=shops.yaml ', 'feeds'],
  ['config show --config ', 'files'],
  ['runs show 2026 ', 'nothing'],
  ['runs --state-dir ', 'folders'],
])('what is looked up at %s', (line, expected) => {
  expect(complete(line.split(' '), known).others).toBe(expected);
});

it.each([
  ['run --config shops.yaml acme ', { '--config': 'shops.yaml' }],
  ['run --config = shops.yaml ', { '--config': 'shops.yaml' }],
  ['runs show --state-dir=state ', { '--state-dir': 'state' }],
])('where is looked up at %s', (line, places) => {
  expect(complete(line.split(' '), known).places).toEqual(places);
});
