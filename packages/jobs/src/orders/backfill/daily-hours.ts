import type { DailyWindow } from 'sequenzy-commerce/backfill';

/** The next moment the machine's clock shows a time of the day: `06:30`. */
export function nextMoment(time: string, now: number): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  for (let day = new Date(now).getDate(); ; day += 1) {
    const moment = new Date(now);
    moment.setDate(day);
    moment.setHours(hours, minutes, 0, 0);
    // Where clocks are put back, some times come twice.
    const again = new Date(moment.getTime() + 3_600_000);
    if (moment.getTime() > now) return moment;
    if (again.getTime() > now && again.getHours() === hours) return again;
  }
}

/** When so many milliseconds of work are done that continues in these hours only. */
export function endWithin({ from, to }: DailyWindow, now: number, milliseconds: number): number {
  let left = milliseconds;
  for (let moment = now; ;) {
    const opening = nextMoment(from, moment).getTime();
    const isOpen = nextMoment(to, moment).getTime() < opening;
    const start = isOpen ? moment : opening;
    const closing = nextMoment(to, start).getTime();
    if (start + left <= closing) return start + left;
    left -= closing - start;
    moment = closing;
  }
}
