import { describe, expect, it } from 'vitest';
import { faultsOfWindow, OpeningHours } from './daily-window.ts';

const night = { from: '22:00', to: '06:00', timeZone: 'Europe/Berlin' };
const at = (text: string): number => Date.parse(text);

describe('a daily window', () => {
  it('is open from its first moment to just before its last, over midnight too', () => {
    const hours = new OpeningHours(night);
    const open = (time: string) => hours.isOpen(at(`2026-01-15T${time}+01:00`));
    expect(
      ['21:59:59.999', '22:00:00', '23:30:00', '00:00:00', '05:59:59.999', '06:00:00'].map(open),
    ).toEqual([false, true, true, true, true, false]);
    const day = new OpeningHours({ from: '09:00', to: '17:00', timeZone: 'UTC' });
    expect(day.isOpen(at('2026-01-15T12:00:00Z'))).toBe(true);
    expect(day.isOpen(at('2026-01-15T17:00:00Z'))).toBe(false);
  });

  it('opens and closes by the clocks of its zone, also in the nights they are changed', () => {
    const hours = new OpeningHours(night);
    const iso = (time: number) => new Date(time).toISOString();
    expect(iso(hours.nextOpening(at('2026-01-15T12:00:00Z')))).toBe('2026-01-15T21:00:00.000Z');
    expect(iso(hours.nextClosing(at('2026-01-15T21:00:00.500Z')))).toBe('2026-01-16T05:00:00.000Z');
    expect(iso(hours.nextClosing(at('2026-03-28T22:00:00Z')))).toBe('2026-03-29T04:00:00.000Z');
    expect(iso(hours.nextClosing(at('2026-10-24T22:00:00Z')))).toBe('2026-10-25T05:00:00.000Z');
  });

  it('opens and closes when the clocks are put forward over its first or last moment', () => {
    const iso = (time: number) => new Date(time).toISOString();
    const zone = { timeZone: 'Europe/Berlin' };
    const opening = new OpeningHours({ from: '02:30', to: '06:00', ...zone });
    const closing = new OpeningHours({ from: '22:00', to: '02:30', ...zone });
    const change = '2026-03-29T01:00:00.000Z';
    for (const before of ['2026-03-28T12:00:00Z', '2026-03-29T00:29:59Z', '2026-03-29T00:45:00Z']) {
      expect(iso(opening.nextOpening(at(before)))).toBe(change);
      expect(iso(closing.nextClosing(at(before)))).toBe(change);
    }
    expect([opening, closing].map((hours) => hours.isOpen(at(change)))).toEqual([true, false]);
    const half = { from: '02:10', to: '12:00', timeZone: 'Australia/Lord_Howe' };
    expect(iso(new OpeningHours(half).nextOpening(at('2026-10-03T12:00:00Z')))).toBe(
      '2026-10-03T15:30:00.000Z',
    );
  });

  it('names what is wrong with it', () => {
    const bad = { from: '7:00', to: '24:00', timeZone: 'Mars/Olympus' };
    expect(faultsOfWindow(bad).map(({ path }) => path)).toEqual([
      'window.from',
      'window.to',
      'window.timeZone',
    ]);
    expect(faultsOfWindow({ from: '09:00', to: '09:00' })).toHaveLength(1);
    expect(faultsOfWindow(night)).toEqual([]);
  });
});
