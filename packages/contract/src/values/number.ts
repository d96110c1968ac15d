/** Takes 9 ms to make, so only large numbers do. */
let grouped: Intl.NumberFormat | undefined;

/** 1399 -> `1,399`, as every sentence has it. */
export function number(value: number): string {
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  grouped ??= new Intl.NumberFormat('en-US');
  return grouped.format(value);
}
