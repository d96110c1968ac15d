/** Name of a column that no heading names: `column 1` is the first. */
export function columnAt(number: number): string {
  return `column ${String(number)}`;
}

/** Names of so many columns by their place. */
export function positions(count: number): string[] {
  return Array.from({ length: count }, (_, at) => columnAt(at + 1));
}

/** Whether a line names columns by their place, as files do that were made of one without headings. */
export function arePositions(names: readonly string[]): boolean {
  const added = names.findIndex((name, at) => name.trim() !== columnAt(at + 1));
  return added < 0 ? names.length > 0 : added > 1;
}
