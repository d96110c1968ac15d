import type { DailyWindow, OrderStatus } from 'sequenzy-commerce/backfill';
import {
  clockTimeOf,
  dailyWindowOf,
  orderStatuses as all,
  orderStatusesOf,
} from 'sequenzy-jobs/config/forms.ts';
import { expected } from './option-values.ts';

/** `22:00-06:00` */
export function dailyWindow(text: string): DailyWindow {
  return expected(dailyWindowOf(text), 'two times of the day, such as 22:00-06:00');
}

export function clockTime(text: string): string {
  return expected(clockTimeOf(text), 'a time of the day, such as 06:30');
}

/** `placed,fulfilled` */
export function orderStatuses(text: string): readonly OrderStatus[] {
  return expected(orderStatusesOf(text), `some of ${all.join(',')}`);
}
