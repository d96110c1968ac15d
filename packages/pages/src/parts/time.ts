/** A moment as this machine's clock shows it: `14:03:27`. */
export function clockTime(moment: number | string): string {
  return new Date(moment).toLocaleTimeString('en-GB');
}

/** `2 Mar 2026, 09:30` */
export function dateTime(moment: number | string): string {
  return new Date(moment).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

/** `2 Mar 2026` */
export function date(moment: number | string): string {
  return new Date(moment).toLocaleDateString('en-GB', { dateStyle: 'medium' });
}
