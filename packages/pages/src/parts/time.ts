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

const steps: readonly (readonly [number, string])[] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
];

/** `16 h 40 min`, `12 s`, `350 ms` */
export function duration(milliseconds: number): string {
  const at = steps.findIndex(([size]) => milliseconds >= size);
  const [step, next] = [steps[at], steps[at + 1]];
  if (step === undefined) return `${Math.round(milliseconds)} ms`;
  const whole = Math.floor(milliseconds / step[0]);
  const rest = next === undefined ? 0 : Math.floor((milliseconds % step[0]) / next[0]);
  return rest === 0 || next === undefined
    ? `${whole} ${step[1]}`
    : `${whole} ${step[1]} ${rest} ${next[1]}`;
}
