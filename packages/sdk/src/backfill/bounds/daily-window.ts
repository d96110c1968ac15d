import type { Fault } from 'sequenzy-contract';

/** Hours of every day, such as `{ from: '22:00', to: '06:00' }`. The first moment is inside, the last is not. */
export interface DailyWindow {
  /** `hh:mm`, 00:00 to 23:59. */
  readonly from: string;
  /** `hh:mm`; before `from`, it is on the next day. */
  readonly to: string;
  /** IANA name, such as `Europe/Berlin`. Default: the machine's. */
  readonly timeZone?: string;
}

const day = 86_400_000;

/** When a daily window opens and closes, by the clocks of its time zone. */
export class OpeningHours {
  readonly #from: number;
  readonly #to: number;
  readonly #format: Intl.DateTimeFormat;

  /** The window must be free of {@link faultsOfWindow}. */
  constructor({ from, to, timeZone }: DailyWindow) {
    this.#from = millisecondsOf(from);
    this.#to = millisecondsOf(to);
    this.#format = formatIn(timeZone);
  }

  isOpen(now: number): boolean {
    const time = this.#timeOfDay(now);
    return this.#from < this.#to
      ? time >= this.#from && time < this.#to
      : time >= this.#from || time < this.#to;
  }

  /** The next moment it opens after `now`, in milliseconds since 1970. */
  nextOpening(now: number): number {
    return this.#next(now, this.#from);
  }

  /** The next moment it closes after `now`. */
  nextClosing(now: number): number {
    return this.#next(now, this.#to);
  }

  #next(now: number, time: number): number {
    const ahead = modulo(time - this.#timeOfDay(now), day) || day;
    const guess = now + ahead;
    // The clocks may have been changed on the way.
    const off = modulo(time - this.#timeOfDay(guess) + day / 2, day) - day / 2;
    const moment = guess + off;
    if (moment > now && this.#timeOfDay(moment) === time) return moment;
    return this.#changeBetween(Math.max(moment, now), guess);
  }

  /** The moment at which the clocks are put forward, over the time that was looked for. */
  #changeBetween(before: number, after: number): number {
    const start = this.#timeOfDay(before);
    let [unchanged, changed] = [before, after];
    while (changed - unchanged > 1) {
      const middle = Math.floor((unchanged + changed) / 2);
      const isChanged = modulo(this.#timeOfDay(middle) - start - (middle - before), day) !== 0;
      if (isChanged) changed = middle;
      else unchanged = middle;
    }
    return changed;
  }

  #timeOfDay(now: number): number {
    const parts = this.#format.formatToParts(now);
    const value = (type: string): number =>
      Number(parts.find((part) => part.type === type)?.value ?? 0);
    const seconds = value('hour') * 3600 + value('minute') * 60 + value('second');
    return seconds * 1000 + modulo(now, 1000);
  }
}

export function faultsOfWindow({ from, to, timeZone }: DailyWindow): Fault[] {
  const faults: Fault[] = [];
  for (const [name, time] of Object.entries({ from, to })) {
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) continue;
    faults.push({ path: `window.${name}`, message: `expected hh:mm, got ${JSON.stringify(time)}` });
  }
  if (from === to) faults.push({ path: 'window', message: 'opens and closes at the same time' });
  if (!isTimeZone(timeZone))
    faults.push({ path: 'window.timeZone', message: 'is not an IANA time zone' });
  return faults;
}

function isTimeZone(timeZone: string | undefined): boolean {
  try {
    formatIn(timeZone);
    return true;
  } catch {
    return false;
  }
}

function formatIn(timeZone: string | undefined): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
}

function millisecondsOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
