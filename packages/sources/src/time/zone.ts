const second = 1000;
const day = 24 * 60 * 60 * second;

/** The clocks of one IANA time zone. */
export class Zone {
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
