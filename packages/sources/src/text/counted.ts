/** Takes 9 ms to make, so only large counts do. */
let grouped: Intl.NumberFormat | undefined;

/** `1 product`, `2,000 products`. */
export function counted(count: number, noun: string): string {
  const number =
    count < 1000 ? String(count) : (grouped ??= new Intl.NumberFormat('en-US')).format(count);
  return `${number} ${noun}${count === 1 ? '' : 's'}`;
}

/** The verb that goes with a number of things: `is`, `are`. */
export function verb(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
