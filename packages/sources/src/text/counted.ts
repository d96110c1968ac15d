const grouped = new Intl.NumberFormat('en-US');

/** `1 product`, `2,000 products`. */
export function counted(count: number, noun: string): string {
  return `${grouped.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** The verb that goes with a number of things: `is`, `are`. */
export function verb(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
