import { option, say, type Words, worded, type Wording } from 'sequenzy-contract';
import { utcOf, type DateFormat } from './calendar.ts';
import { readWritten } from './written-time.ts';

/** What a text about a time leaves open. */
export interface InstantOptions {
  /** IANA name of the zone of times without an offset: `Europe/Berlin`. Without it they are refused. */
  readonly timezone?: string | undefined;
  /** Which number of `2/3/2024` is the day. Without it such dates are refused. */
  readonly dateFormat?: DateFormat | undefined;
}

export type InstantResult =
  | {
      readonly ok: true;
      /** ISO 8601 in UTC, such as `2024-05-01T09:58:12Z`; fractions of a second are kept as they were written. */
      readonly instant: string;
      /** The clocks showed this time twice; the instant is the earlier one. */
      readonly isAmbiguous: boolean;
    }
  | { readonly ok: false; readonly message: string };

/** The same, with the options in its message apart. */
type Read = Extract<InstantResult, { ok: true }> | { readonly ok: false; readonly message: Words };

/**
 * Reads one time strictly: ISO 8601 with offset or `Z`, also with spaces (`2024-05-01 09:58:12 +0000`); times without an
 * offset where `timezone` says the zone; `2/3/2024`, `2.3.2024 21:06` and `2/3/2024 9:06 PM` where `dateFormat` says
 * which number is the day, `2024/3/2` always; `15 Jan 2024 10:22` and `Jan 15, 2024, 9:06 PM`, which say it. A date alone is the beginning of that day in the zone.
 *
 * Refused, with the reason: days that no calendar has, times that the clocks of the zone left out, and everything that
 * would have to be guessed.
 *
 * @throws {RangeError} `timezone` is not an IANA time zone.
 *
 * @example
 * parseInstant('2024-05-01 09:58:12 -0400') // { ok: true, instant: '2024-05-01T13:58:12Z', isAmbiguous: false }
 * parseInstant('2.3.2024', { timezone: 'Europe/Berlin', dateFormat: 'DMY' }) // instant: '2024-03-01T23:00:00Z'
 * parseInstant('2/3/2024') // { ok: false, message: '"2/3/2024" does not say which number is the day: …' }
 */
export function parseInstant(
  text: string,
  { wording, ...options }: InstantOptions & { readonly wording?: Wording } = {},
): InstantResult {
  const read = new InstantReader(options).read(text);
  return read.ok ? read : { ok: false, message: worded(read.message, wording) };
}

/** Alike for many times: the zone is looked up once. */
export class InstantReader {
  readonly #zone: Zone | undefined;
  readonly dateFormat: DateFormat | undefined;
  readonly #others = new Map<string, InstantReader>();

  /** @throws {RangeError} `timezone` is not an IANA time zone. */
  constructor({ timezone, dateFormat }: InstantOptions = {}) {
    this.#zone = timezone === undefined ? undefined : new Zone(timezone);
    this.dateFormat = dateFormat;
  }

  /** A reader that knows more. @throws {RangeError} `timezone` is not an IANA time zone. */
  with({
    timezone = this.#zone?.name,
    dateFormat = this.dateFormat,
  }: InstantOptions): InstantReader {
    const name = `${timezone ?? ''} ${dateFormat ?? ''}`;
    const known = this.#others.get(name) ?? new InstantReader({ timezone, dateFormat });
    this.#others.set(name, known);
    return known;
  }

  read(text: string): Read {
    const refuse = (reason: Words): Read => ({
      ok: false,
      message: say`"${text}" ${reason}`,
    });
    // Between a time and AM or PM, locales put a narrow space.
    const time = readWritten(text.replace(/[\u00a0\u202f]/g, ' ').trim(), this.dateFormat);
    if (typeof time === 'string' || !('wall' in time)) return refuse(time);
    const wall = utcOf(time.wall);
    if (wall === undefined) return refuse('is a time that does not exist');
    if (time.offset !== undefined) return found(wall - time.offset * 60_000, time.fraction);
    if (this.#zone === undefined) {
      return refuse(
        say`has no offset: say with ${option('timezone')}, such as Europe/Berlin, where it was written`,
      );
    }
    const [moment = time.isDay ? beginOfDay(wall, this.#zone) : undefined, later] =
      this.#zone.momentsOf(wall);
    if (moment === undefined) {
      return refuse(`is a time that the clocks of ${this.#zone.name} left out`);
    }
    return found(moment, time.fraction, later !== undefined && !time.isDay);
  }
}

/** A day whose midnight the clocks left out begins when they were put forward. */
function beginOfDay(midnight: number, zone: Zone): number | undefined {
  const day = 24 * 60 * 60 * 1000;
  const moment = midnight - zone.offsetAt(midnight - day);
  const isOnThatDay = moment + zone.offsetAt(moment) < midnight + day;
  return isOnThatDay ? moment : undefined;
}

function found(moment: number, fraction: string, isAmbiguous = false): Read {
  const seconds = new Date(moment).toISOString().replace(/\.\d+Z$/, '');
  return { ok: true, instant: `${seconds}${fraction}Z`, isAmbiguous };
}

const second = 1000;
const day = 24 * 60 * 60 * second;

/** The clocks of one IANA time zone. */
class Zone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  /** Day since 1970 -> the offset that holds from its beginning to its end; undefined where it changes. */
  readonly #offsets = new Map<number, number | undefined>();

  /** @throws {RangeError} There is no such zone. */
  constructor(name: string) {
    this.name = name;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /**
   * When the clocks show a wall time, earliest first: once as a rule, never where they were put forward over it, twice
   * where they were put back.
   *
   * @param wall The wall time as if it were UTC. Milliseconds since 1970, as is what is returned.
   */
  momentsOf(wall: number): number[] {
    const offsets = new Set([this.offsetAt(wall - day), this.offsetAt(wall + day)]);
    return [...offsets]
      .map((offset) => wall - offset)
      .filter((moment) => this.offsetAt(moment) === wall - moment)
      .toSorted((one, other) => one - other);
  }

  /** What the clocks are ahead of UTC. Milliseconds. */
  offsetAt(moment: number): number {
    const number = Math.floor(moment / day);
    if (!this.#offsets.has(number)) {
      const [begin, end] = [this.#measure(number * day), this.#measure((number + 1) * day)];
      this.#offsets.set(number, begin === end ? begin : undefined);
    }
    return this.#offsets.get(number) ?? this.#measure(moment);
  }

  #measure(moment: number): number {
    const parts = new Map(
      this.#format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
    );
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const shown = new Date(0);
    shown.setUTCFullYear(part('year'), part('month') - 1, part('day'));
    shown.setUTCHours(part('hour'), part('minute'), part('second'));
    return shown.getTime() - Math.floor(moment / second) * second;
  }
}
