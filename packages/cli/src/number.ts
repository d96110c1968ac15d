const grouped = new Intl.NumberFormat('en-US');

/** 1399 -> `1,399`, as every sentence has it. */
export function number(value: number): string {
  return grouped.format(value);
}
