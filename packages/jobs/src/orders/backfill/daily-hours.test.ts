import { expect, it, onTestFinished } from 'vitest';
import { endWithin, nextMoment } from './daily-hours.ts';

const at = (day: number, hours: number, minutes = 0): number =>
  new Date(2026, 2, day, hours, minutes).getTime();
const hour = 3_600_000;

it.each([
  ['inside, and done before it closes', at(2, 23), 2 * hour, at(3, 1)],
  ['inside past midnight', at(3, 1), 2 * hour, at(3, 3)],
  ['outside: it begins when it opens', at(2, 12), hour, at(2, 23)],
  ['over several nights', at(2, 12), 20 * hour, at(5, 2)],
  ['just when it opens', at(2, 22), 8 * hour, at(3, 6)],
  ['just when it closes', at(3, 6), hour, at(3, 23)],
])('work in a window over midnight ends: %s', (_, now, milliseconds, end) => {
  expect(endWithin({ from: '22:00', to: '06:00' }, now, milliseconds)).toBe(end);
});

it('so does work in a window by day', () => {
  expect(endWithin({ from: '09:00', to: '10:30' }, at(2, 10), 2 * hour)).toBe(at(3, 10, 30));
});

it.each([
  ['later today', '2026-01-15T12:00Z', '23:00', '2026-01-15T22:00Z'],
  ['tomorrow', '2026-01-15T12:00Z', '13:00', '2026-01-16T12:00Z'],
  ['over a change of the clocks', '2026-03-28T12:00Z', '06:00', '2026-03-29T04:00Z'],
  ['tomorrow, after one that leaves it out', '2026-03-29T02:00Z', '02:30', '2026-03-30T00:30Z'],
  ['the second one of two', '2026-10-25T01:10Z', '02:30', '2026-10-25T01:30Z'],
])('the next moment of a time of the day is %s', (_, now, time, expected) => {
  const before = process.env['TZ'];
  onTestFinished(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
  process.env['TZ'] = 'Europe/Berlin';
  expect(nextMoment(time, Date.parse(now))).toEqual(new Date(expected));
});
