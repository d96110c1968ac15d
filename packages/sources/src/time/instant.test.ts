import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant, type InstantOptions } from './instant.ts';

function read(text: string, options: InstantOptions = {}): string {
  const result = parseInstant(text, options);
  return result.ok ? result.instant : result.message;
}

const berlin = { timezone: 'Europe/Berlin' };

describe('a time with an offset', () => {
  it.each([
    ['2024-05-01T09:58:12Z', '2024-05-01T09:58:12Z'],
    ['2024-05-01t09:58z', '2024-05-01T09:58:00Z'],
    ['2024-05-01 09:58:12 +0000', '2024-05-01T09:58:12Z'],
    ['2024-05-01 09:58:12 -0400', '2024-05-01T13:58:12Z'],
    ['2024-05-01T09:58:12.1234567+05:30', '2024-05-01T04:28:12.1234567Z'],
    ['2024-01-01T00:30:00+02', '2023-12-31T22:30:00Z'],
    ['2024-05-01 09:58:12 UTC', '2024-05-01T09:58:12Z'],
    ['2024/03/02 9:06 PM +0000', '2024-03-02T21:06:00Z'],
    ['2024-5-1T00:00Z', '2024-05-01T00:00:00Z'],
    [' 2024-02-29T00:00:00Z ', '2024-02-29T00:00:00Z'],
  ])('reads %s', (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it('is the same whatever the zone of times without one', () => {
    expect(read('2024-05-01T09:58:12Z', { timezone: 'Asia/Tokyo' })).toBe('2024-05-01T09:58:12Z');
  });

  it('is read back as it was, for any instant and any offset', () => {
    const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });
    const instants = fc.date({
      min: new Date('1970-01-02'),
      max: new Date('2099-12-30'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, offsets, (date, offset) => {
        const sign = offset < 0 ? '-' : '+';
        const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
        const zone = `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
        const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
        expect(new Date(read(local + zone)).getTime()).toBe(date.getTime());
      }),
    );
  });
});

describe('a date with the name of its month', () => {
  it.each([
    ['15 Jan 2024 10:22', '2024-01-15T09:22:00Z'],
    ['15-Jan-2024 10:22:11', '2024-01-15T09:22:11Z'],
    ['15th January 2024', '2024-01-14T23:00:00Z'],
    ['Jan 15, 2024', '2024-01-14T23:00:00Z'],
    ['Sept 1 2024, 9:06 pm', '2024-09-01T19:06:00Z'],
    ['Jan 15, 2024 10:22:11\u202fAM', '2024-01-15T09:22:11Z'],
    ['January 15, 2024 at 12:22 AM', '2024-01-14T23:22:00Z'],
    ['Mon, 15 Jan 2024 14:21:24 +0000', '2024-01-15T14:21:24Z'],
    ['Monday, January 15, 2024', '2024-01-14T23:00:00Z'],
  ])('reads %s', (text, instant) => {
    expect(read(text, berlin)).toBe(instant);
    expect(read(text, { ...berlin, dateFormat: 'MDY' })).toBe(instant);
  });

  it('has to exist', () => {
    expect(read('31 Feb 2024', berlin)).toContain('is a time that does not exist');
  });
});

describe('what would have to be guessed is refused', () => {
  it.each([
    ['2024-05-01 09:58:12', 'has no offset: say with timezone'],
    ['2024-05-01', 'has no offset'],
    ['2/3/2024', 'does not say which number is the day: pass dateFormat'],
    ['2/3/2024 21:06', 'does not say which number is the day'],
    ['2.3.2024', 'does not say which number is the day'],
    ['2024/03/02 9:06 PM', 'has no offset'],
    ['13/25/2024', 'does not say which number is the day'],
    ['May 1, 2024', 'has no offset'],
    ['Mai 1, 2024', 'is not a time such as'],
    ['1 Ma 2024', 'is not a time such as'],
    ['Jan 15, 24', 'is not a time such as'],
    ['1714557492', 'is not a time such as'],
    ['2024-05-01T09:58:12+15:00', 'has an offset that no place has'],
    ['', 'is not a time such as'],
  ])('%s', (text, reason) => {
    expect(read(text)).toContain(`"${text}" ${reason}`);
  });

  it.each(['2023-02-29T00:00:00Z', '2024-04-31T00:00Z', '2024-13-01T00:00Z', '2024-00-10T00:00Z'])(
    'no calendar has %s',
    (text) => {
      expect(read(text)).toBe(`"${text}" is a time that does not exist`);
    },
  );

  it.each(['2024-05-01T24:00Z', '2024-05-01T10:60Z', '2024-05-01T10:59:60Z'])(
    'no clock shows %s',
    (text) => {
      expect(read(text)).toBe(`"${text}" is a time that does not exist`);
    },
  );

  it('a zone that does not exist is no zone', () => {
    expect(() => parseInstant('2024-05-01', { timezone: 'Berlin' })).toThrow(RangeError);
  });
});

describe('a time without an offset, in a zone', () => {
  it('follows summer and winter time', () => {
    expect(read('2024-07-01 12:00', berlin)).toBe('2024-07-01T10:00:00Z');
    expect(read('2024-01-01 12:00:05.5', berlin)).toBe('2024-01-01T11:00:05.5Z');
  });

  it('is refused where the clocks left it out', () => {
    expect(read('2024-03-31 02:00', berlin)).toBe(
      '"2024-03-31 02:00" is a time that the clocks of Europe/Berlin left out',
    );
    expect(read('2024-03-31 02:59:59', berlin)).toContain('left out');
    expect(read('2024-03-31 01:59:59', berlin)).toBe('2024-03-31T00:59:59Z');
    expect(read('2024-03-31 03:00', berlin)).toBe('2024-03-31T01:00:00Z');
  });

  it('is the earlier one where the clocks showed it twice, and says so', () => {
    const twice = { ok: true, instant: '2024-10-27T00:30:00Z', isAmbiguous: true };
    expect(parseInstant('2024-10-27 02:30', berlin)).toEqual(twice);
    const once = { ok: true, instant: '2024-10-27T02:00:00Z', isAmbiguous: false };
    expect(parseInstant('2024-10-27 03:00', berlin)).toEqual(once);
  });

  it('knows zones with half hours and southern summers', () => {
    expect(read('2024-06-01 00:00', { timezone: 'Asia/Kolkata' })).toBe('2024-05-31T18:30:00Z');
    expect(read('2024-01-15 12:00', { timezone: 'Australia/Lord_Howe' })).toBe(
      '2024-01-15T01:00:00Z',
    );
    expect(read('2024-04-07 01:45', { timezone: 'Australia/Lord_Howe' })).toBe(
      '2024-04-06T14:45:00Z',
    );
  });

  it('shows the wall time it was read from, for any instant in any zone', () => {
    const zones = ['America/New_York', 'Europe/London', 'Asia/Tehran', 'Pacific/Auckland'];
    const instants = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2037-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (date, timezone) => {
        const wall = date.toLocaleString('sv-SE', { timeZone: timezone });
        const again = new Date(read(wall, { timezone }));
        expect(again.toLocaleString('sv-SE', { timeZone: timezone })).toBe(wall);
        expect(again.getTime()).toBeLessThanOrEqual(date.getTime());
      }),
    );
  });
});

describe('a date alone', () => {
  it('is the beginning of the day in the zone', () => {
    expect(read('2024-07-01', berlin)).toBe('2024-06-30T22:00:00Z');
  });

  it('begins when the clocks were put forward, where that was at midnight', () => {
    expect(read('2018-11-04', { timezone: 'America/Sao_Paulo' })).toBe('2018-11-04T03:00:00Z');
  });

  it('begins once where the clocks showed midnight twice', () => {
    expect(parseInstant('2018-02-18', { timezone: 'America/Sao_Paulo' })).toMatchObject({
      isAmbiguous: false,
    });
  });

  it('is refused where the zone left out the whole day', () => {
    expect(read('2011-12-30', { timezone: 'Pacific/Apia' })).toContain('left out');
  });
});

describe('a date in numbers', () => {
  it.each([
    ['2/3/2024', 'DMY', '2024-03-02T00:00:00Z'],
    ['2/3/2024', 'MDY', '2024-02-03T00:00:00Z'],
    ['2.3.2024 21:06', 'DMY', '2024-03-02T21:06:00Z'],
    ['02-03-2024, 21:06:07', 'DMY', '2024-03-02T21:06:07Z'],
    ['7/25/2018 9:06 PM', 'MDY', '2018-07-25T21:06:00Z'],
    ['7/25/2018 12:00 am', 'MDY', '2018-07-25T00:00:00Z'],
    ['2024/3/2', 'YMD', '2024-03-02T00:00:00Z'],
    ['2024-03-02 21:06', 'MDY', '2024-03-02T21:06:00Z'],
    ['2/3/2024 10:00 +0200', 'DMY', '2024-03-02T08:00:00Z'],
  ] as const)('%s as %s', (text, dateFormat, instant) => {
    expect(read(text, { timezone: 'UTC', dateFormat })).toBe(instant);
  });

  it.each([
    ['25/7/2018', 'MDY', 'is a time that does not exist'],
    ['2/3/24', 'DMY', 'is not written as DMY with a year of four digits'],
    ['2024/3/2', 'DMY', 'is not written as DMY'],
    ['2/3/2024', 'YMD', 'is not written as YMD'],
    ['2/3.2024', 'DMY', 'is not a time such as'],
    ['2/3/2024 13:00 PM', 'DMY', 'has an hour that does not go with AM or PM'],
  ] as const)('%s is refused as %s', (text, dateFormat, reason) => {
    expect(read(text, { timezone: 'UTC', dateFormat })).toContain(`"${text}" ${reason}`);
  });
});
