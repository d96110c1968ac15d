/** The clocks of one account: times as its answers write them, in its zone and without saying so. */
export class AccountTime {
  readonly #format: Intl.DateTimeFormat;

  /** @throws RangeError for a zone that does not exist. */
  constructor(timezone: string) {
    this.#format = new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  /** `2026-03-01 09:30:00` */
  textOf(moment: number): string {
    const parts = this.#format.formatToParts(moment);
    const part = (type: Intl.DateTimeFormatPartTypes): string =>
      parts.find((one) => one.type === type)?.value ?? '';
    const date = [part('year'), part('month'), part('day')].join('-');
    return `${date} ${[part('hour'), part('minute'), part('second')].join(':')}`;
  }
}
