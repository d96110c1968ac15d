import { number } from 'sequenzy-contract';

export { number };

/** `1 product`, `1,399 products` */
export function count(value: number, noun: string, nouns = `${noun}s`): string {
  return `${number(value)} ${value === 1 ? noun : nouns}`;
}

/** Milliseconds as one reads them aloud: `1.2 s`, `48 s`, `3 min 20 s`, `8 h 20 min`. */
export function duration(milliseconds: number): string {
  const tenths = Math.round(milliseconds / 100);
  if (tenths < 100) return `${(tenths / 10).toFixed(1)} s`;
  return wholeDuration(milliseconds);
}

/** As {@link duration}, for figures that are no more exact than a second; never nothing. */
export function wholeDuration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${String(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return pair(minutes, 'min', seconds % 60, 's');
  return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

/** As {@link wholeDuration}, of what is estimated: `about 29 min`, and not to the second. */
export function roughDuration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 120)
    return `about ${wholeDuration(seconds < 60 ? milliseconds : Math.ceil(seconds / 10) * 10_000)}`;
  const minutes = Math.round(seconds / 60);
  // Of hours nobody wants the last minute.
  const known = minutes < 120 ? minutes : Math.round(minutes / 10) * 10;
  return `about ${wholeDuration(known * 60_000)}`;
}

function pair(large: number, unit: string, small: number, smallUnit: string): string {
  const first = `${number(large)} ${unit}`;
  return small === 0 ? first : `${first} ${String(small)} ${smallUnit}`;
}
