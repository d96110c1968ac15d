import type { DailyWindow } from 'sequenzy-commerce';

/** The next moment the machine's clock shows a time of the day: `06:30`. */
export function nextMoment(time: string, now: number): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const moment = new Date(now);
  moment.setHours(hours, minutes, 0, 0);
  if (moment.getTime() <= now) moment.setDate(moment.getDate() + 1);
  return moment;
}

/** When so many milliseconds of work are done that goes on in these hours only. */
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
